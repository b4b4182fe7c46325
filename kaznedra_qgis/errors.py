"""The one exception of the plugin: a code and facts. Its words, in the user's language, are in `messages.py`."""

from enum import Enum


class Code(str, Enum):
    """What went wrong, as a stable name that is written to snapshots and reports."""

    # the way to a server
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    CERTIFICATE = "certificate"
    PROXY = "proxy"
    CREDENTIALS_UNUSABLE = "credentials_unusable"
    REDIRECT_LOOP = "redirect_loop"
    FOREIGN_LINK = "foreign_link"
    # what a server answered
    UNAUTHORIZED = "unauthorized"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    TOO_MANY_REQUESTS = "too_many_requests"
    SERVER_FAULT = "server_fault"
    REFUSED = "refused"
    BODY_CUT = "body_cut"
    NOT_JSON = "not_json"
    TOO_LARGE = "too_large"
    # what a source is
    NOT_A_PLATFORM = "not_a_platform"
    THEME_MISSING = "theme_missing"
    OTHER_CRS = "other_crs"
    BAD_PROFILE = "bad_profile"
    BAD_FILE = "bad_file"
    # what was pulled
    NOT_FEATURES = "not_features"
    REPEATED_PAGE = "repeated_page"
    ENDLESS_PAGES = "endless_pages"
    NO_IDS = "no_ids"
    DUPLICATES = "duplicates"
    COUNT_DIFFERS = "count_differs"
    TOTAL_CHANGED = "total_changed"
    OVERTAKEN = "overtaken"
    # what differs from what was promised or pulled before
    TOTAL_COLLAPSED = "total_collapsed"
    IDS_CHANGED = "ids_changed"
    AXES_SWAPPED = "axes_swapped"
    ATTRIBUTE_LOST = "attribute_lost"
    ATTRIBUTE_TYPE = "attribute_type"
    ATTRIBUTE_NEW = "attribute_new"
    ID_FORM_CHANGED = "id_form_changed"
    CRS_CHANGED = "crs_changed"
    EXTENT_MOVED = "extent_moved"
    OUTSIDE_EXTENT = "outside_extent"
    CONFORMANCE_LOST = "conformance_lost"
    PAGE_LIMIT_CHANGED = "page_limit_changed"
    PAGE_CLAMPED = "page_clamped"
    API_CHANGED = "api_changed"
    # what is worth knowing of a pull all the same
    RESUMED = "resumed"
    MOVED_ON = "moved_on"
    TOTAL_ESTIMATED = "total_estimated"
    # the workspace
    NOT_A_WORKSPACE = "not_a_workspace"
    READ_ONLY = "read_only"
    NEWER_VERSION = "newer_version"
    LOCKED = "locked"
    DISK_FULL = "disk_full"
    # what a user wrote
    UNREADABLE_CODES = "unreadable_codes"
    UNKNOWN_SHEET = "unknown_sheet"
    NOT_DEGREES = "not_degrees"
    NO_TRANSFORMATION = "no_transformation"
    OUTSIDE_COUNTRY = "outside_country"
    NO_SUCH_MOMENT = "no_such_moment"
    NO_SUCH_DRAFT = "no_such_draft"
    BLOCK_COUNT = "block_count"
    LICENCE_YEARS = "licence_years"
    # applications on their way
    SUBMISSION_NOT_OFFERED = "submission_not_offered"
    APPLICATION_INCOMPLETE = "application_incomplete"
    NOT_CONFIRMED = "not_confirmed"
    SUBMISSION_UNDER_WAY = "submission_under_way"
    ALREADY_FILED = "already_filed"
    SUBMISSION_VANISHED = "submission_vanished"
    SUBMISSION_UNPROVEN = "submission_unproven"
    # the rule packs
    BAD_RULE_PACK = "bad_rule_pack"
    NO_RULE_PACK = "no_rule_pack"
    # the papers of an application
    BAD_TEMPLATE = "bad_template"
    NO_FONT = "no_font"
    NOT_EMPTY = "not_empty"
    NO_BLOCKS = "no_blocks"
    BAD_APPLICANT = "bad_applicant"
    BAD_PACK = "bad_pack"
    WINDOW_BUSY = "window_busy"
    # the user's own word
    CANCELLED = "cancelled"
    UNEXPECTED = "unexpected"


class KaznedraError(Exception):
    """Something the user must know: `code` says what, `facts` with what (address, status, theme, ...).

    `facts` hold plain text and numbers only, never credentials.
    """

    def __init__(self, code: Code, **facts: object) -> None:
        self.code = code
        self.facts = facts
        told = ", ".join(f"{name}={value}" for name, value in facts.items())
        super().__init__(f"{code.value}: {told}" if told else code.value)
