<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
    <context>
        <name>Kaznedra</name>
        <message>
            <source> MB</source>
            <translation> МБ</translation>
        </message>
        <message>
            <source> days</source>
            <translation> дн.</translation>
        </message>
        <message>
            <source> m</source>
            <translation> м</translation>
        </message>
        <message>
            <source> s</source>
            <translation> с</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Добавить</translation>
        </message>
        <message>
            <source>&amp;Add a source…</source>
            <translation>&amp;Добавить источник…</translation>
        </message>
        <message>
            <source>&amp;Add to the draft</source>
            <translation>&amp;Добавить в черновик</translation>
        </message>
        <message>
            <source>&amp;Add works</source>
            <translation>&amp;Добавить работы</translation>
        </message>
        <message>
            <source>&amp;Application</source>
            <translation>&amp;Заявление</translation>
        </message>
        <message>
            <source>&amp;Archive the draft</source>
            <translation>&amp;Убрать черновик в архив</translation>
        </message>
        <message>
            <source>&amp;Bring it back</source>
            <translation>&amp;Вернуть</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Отмена</translation>
        </message>
        <message>
            <source>&amp;Choose blocks by {file}…</source>
            <translation>&amp;Выбрать блоки по {file}…</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Закрыть</translation>
        </message>
        <message>
            <source>&amp;Codes where there is room for them</source>
            <translation>&amp;Коды там, где для них есть место</translation>
        </message>
        <message>
            <source>&amp;Compare drafts…</source>
            <translation>&amp;Сравнить черновики…</translation>
        </message>
        <message>
            <source>&amp;Connect…</source>
            <translation>По&amp;дключиться…</translation>
        </message>
        <message>
            <source>&amp;Copy codes</source>
            <translation>&amp;Копировать коды</translation>
        </message>
        <message>
            <source>&amp;Copy the command</source>
            <translation>&amp;Скопировать команду</translation>
        </message>
        <message>
            <source>&amp;Data is stale after</source>
            <translation>&amp;Данные устаревают через</translation>
        </message>
        <message>
            <source>&amp;Datum of the coordinates</source>
            <translation>Система &amp;координат</translation>
        </message>
        <message>
            <source>&amp;Day of issue</source>
            <translation>&amp;Дата выдачи</translation>
        </message>
        <message>
            <source>&amp;Details</source>
            <translation>&amp;Подробности</translation>
        </message>
        <message>
            <source>&amp;Distance around the features</source>
            <translation>&amp;Расстояние вокруг объектов</translation>
        </message>
        <message>
            <source>&amp;Do nothing</source>
            <translation>&amp;Ничего не делать</translation>
        </message>
        <message>
            <source>&amp;Duplicate the draft</source>
            <translation>Создать &amp;копию черновика</translation>
        </message>
        <message>
            <source>&amp;Edit the source…</source>
            <translation>&amp;Изменить источник…</translation>
        </message>
        <message>
            <source>&amp;Everything</source>
            <translation>&amp;Всё</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;Экспорт</translation>
        </message>
        <message>
            <source>&amp;Export the application…</source>
            <translation>&amp;Экспорт заявления…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Файл</translation>
        </message>
        <message>
            <source>&amp;File at {platform}</source>
            <translation>&amp;Подать: {platform}</translation>
        </message>
        <message>
            <source>&amp;Fill in as my assumption</source>
            <translation>&amp;Заполнить как моё предположение</translation>
        </message>
        <message>
            <source>&amp;Folder for new workspaces</source>
            <translation>&amp;Папка новых рабочих наборов</translation>
        </message>
        <message>
            <source>&amp;Individual</source>
            <translation>&amp;Физическое лицо</translation>
        </message>
        <message>
            <source>&amp;Install</source>
            <translation>&amp;Установить</translation>
        </message>
        <message>
            <source>&amp;Kazakh</source>
            <translation>&amp;Казахский</translation>
        </message>
        <message>
            <source>&amp;Keep…</source>
            <translation>&amp;Хранить…</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Язык</translation>
        </message>
        <message>
            <source>&amp;Leave out: {count}</source>
            <translation>&amp;Убрать: {count}</translation>
        </message>
        <message>
            <source>&amp;Legal entity</source>
            <translation>&amp;Юридическое лицо</translation>
        </message>
        <message>
            <source>&amp;Lines</source>
            <translation>&amp;Линии</translation>
        </message>
        <message>
            <source>&amp;Minerals</source>
            <translation>Полезные &amp;ископаемые</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Название</translation>
        </message>
        <message>
            <source>&amp;New draft</source>
            <translation>&amp;Новый черновик</translation>
        </message>
        <message>
            <source>&amp;New folder</source>
            <translation>&amp;Новая папка</translation>
        </message>
        <message>
            <source>&amp;New workspace…</source>
            <translation>&amp;Новый рабочий набор данных…</translation>
        </message>
        <message>
            <source>&amp;OK</source>
            <translation>&amp;ОК</translation>
        </message>
        <message>
            <source>&amp;Opacity</source>
            <translation>&amp;Непрозрачность</translation>
        </message>
        <message>
            <source>&amp;Open it in QGIS</source>
            <translation>&amp;Открыть в QGIS</translation>
        </message>
        <message>
            <source>&amp;Open the folder</source>
            <translation>&amp;Открыть папку</translation>
        </message>
        <message>
            <source>&amp;Open workspace…</source>
            <translation>&amp;Открыть рабочий набор данных…</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Открыть…</translation>
        </message>
        <message>
            <source>&amp;Paste a column</source>
            <translation>&amp;Вставить столбец</translation>
        </message>
        <message>
            <source>&amp;Paste codes or coordinates…</source>
            <translation>&amp;Вставить коды или координаты…</translation>
        </message>
        <message>
            <source>&amp;Profile</source>
            <translation>&amp;Профиль</translation>
        </message>
        <message>
            <source>&amp;Put ours there</source>
            <translation>&amp;Положить туда наши</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Удалить</translation>
        </message>
        <message>
            <source>&amp;Remove from the draft</source>
            <translation>&amp;Убрать из черновика</translation>
        </message>
        <message>
            <source>&amp;Remove snapshots: {number}</source>
            <translation>&amp;Удалить срезов: {number}</translation>
        </message>
        <message>
            <source>&amp;Remove the source from the list</source>
            <translation>&amp;Убрать источник из списка</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>&amp;Переименовать</translation>
        </message>
        <message>
            <source>&amp;Replace the draft's blocks</source>
            <translation>&amp;Заменить блоки черновика</translation>
        </message>
        <message>
            <source>&amp;Russian</source>
            <translation>&amp;Русский</translation>
        </message>
        <message>
            <source>&amp;SK-42 to WGS 84</source>
            <translation>&amp;СК-42 в WGS 84</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Сохранить</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>Нас&amp;тройки…</translation>
        </message>
        <message>
            <source>&amp;Show</source>
            <translation>&amp;Показать</translation>
        </message>
        <message>
            <source>&amp;Show archived drafts</source>
            <translation>&amp;Показывать архивные черновики</translation>
        </message>
        <message>
            <source>&amp;Sync</source>
            <translation>&amp;Синхронизация</translation>
        </message>
        <message>
            <source>&amp;Sync only this theme</source>
            <translation>&amp;Синхронизировать только эту тему</translation>
        </message>
        <message>
            <source>&amp;Test connection</source>
            <translation>&amp;Проверить соединение</translation>
        </message>
        <message>
            <source>&amp;Try</source>
            <translation>&amp;Попробовать</translation>
        </message>
        <message>
            <source>&amp;Try again</source>
            <translation>&amp;Повторить</translation>
        </message>
        <message>
            <source>&amp;Which blocks</source>
            <translation>Какие &amp;блоки</translation>
        </message>
        <message>
            <source>&amp;Why this state?</source>
            <translation>&amp;Почему такое состояние?</translation>
        </message>
        <message>
            <source>&amp;Years</source>
            <translation>&amp;Лет</translation>
        </message>
        <message>
            <source>&amp;Zoom to the block</source>
            <translation>К &amp;блоку на карте</translation>
        </message>
        <message>
            <source>&amp;Zoom to the draft</source>
            <translation>К &amp;черновику на карте</translation>
        </message>
        <message>
            <source>&amp;Zoom to the layer</source>
            <translation>&amp;Приблизить к слою</translation>
        </message>
        <message>
            <source>12 digits are needed</source>
            <translation>нужно 12 цифр</translation>
        </message>
        <message>
            <source>A GeoPackage that Kaznedra made here or on another computer.</source>
            <translation>GeoPackage, созданный Kaznedra на этом или другом компьютере.</translation>
        </message>
        <message>
            <source>A better one was not taken: {operation}, {accuracy}.</source>
            <translation>Более точное не взято: {operation}, {accuracy}.</translation>
        </message>
        <message>
            <source>A better one, {operation}, {accuracy}, needs the grid file {grids}, which PROJ does not have.</source>
            <translation>Более точному, {operation}, {accuracy}, нужен файл сетки {grids}, которого у PROJ нет.</translation>
        </message>
        <message>
            <source>A licence for each plot</source>
            <translation>На каждый участок – своя лицензия</translation>
        </message>
        <message>
            <source>A newer version of the plugin wrote this pack.</source>
            <translation>Этот пакет записан более новой версией модуля.</translation>
        </message>
        <message>
            <source>A part of the outcome is not known: these are its plots if all uncertain blocks are granted.</source>
            <translation>Часть исхода не известна: это его участки, если все неясные блоки будут предоставлены.</translation>
        </message>
        <message>
            <source>A platform</source>
            <translation>Платформа</translation>
        </message>
        <message>
            <source>A rule pack cannot be used</source>
            <translation>Пакет правил не годится</translation>
        </message>
        <message>
            <source>A step of the law lies between: {tables}.</source>
            <translation>Между ними — ступень закона: {tables}.</translation>
        </message>
        <message>
            <source>A template of the application's papers cannot be used</source>
            <translation>Шаблон документов заявления использовать нельзя</translation>
        </message>
        <message>
            <source>A workspace</source>
            <translation>Рабочий набор данных</translation>
        </message>
        <message>
            <source>A&amp;ddress</source>
            <translation>А&amp;дрес</translation>
        </message>
        <message>
            <source>A&amp;pplicant</source>
            <translation>З&amp;аявитель</translation>
        </message>
        <message>
            <source>Accept what the source changed</source>
            <translation>Принять то, что изменил источник</translation>
        </message>
        <message>
            <source>Accepted for review</source>
            <translation>Принято к рассмотрению</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Добавить</translation>
        </message>
        <message>
            <source>Add a block</source>
            <translation>Добавить блок</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Добавить лицо</translation>
        </message>
        <message>
            <source>Add a source</source>
            <translation>Новый источник</translation>
        </message>
        <message>
            <source>Add an applicant</source>
            <translation>Добавить заявителя</translation>
        </message>
        <message>
            <source>Add blocks</source>
            <translation>Добавить блоки</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Добавить файлы…</translation>
        </message>
        <message>
            <source>Add the block &amp;grid</source>
            <translation>Добавить &amp;сетку блоков</translation>
        </message>
        <message>
            <source>Add works to the year that is current</source>
            <translation>Добавить работы в текущий год списка</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Добавлено</translation>
        </message>
        <message>
            <source>Afghanistan</source>
            <translation>Афганистан</translation>
        </message>
        <message>
            <source>Akmola region</source>
            <translation>Акмолинская область</translation>
        </message>
        <message>
            <source>Aktobe region</source>
            <translation>Актюбинская область</translation>
        </message>
        <message>
            <source>All corners miss the minutes to the north-west, as if the blocks were drawn in Pulkovo 1942.</source>
            <translation>Все угловые точки смещены от минут на северо-запад: похоже, блоки построены в системе Пулково 1942.</translation>
        </message>
        <message>
            <source>All corners miss the minutes to the south-east, as if the coordinates were in Pulkovo 1942.</source>
            <translation>Все угловые точки смещены от минут на юго-восток: похоже, координаты даны в системе Пулково 1942.</translation>
        </message>
        <message>
            <source>All corners miss whole minutes by what parts Pulkovo 1942 from WGS 84: see whether the datum is right.</source>
            <translation>Все угловые точки отстоят от целых минут так, как Пулково 1942 отличается от WGS 84: проверьте систему координат.</translation>
        </message>
        <message>
            <source>All history is kept.</source>
            <translation>Хранится вся история.</translation>
        </message>
        <message>
            <source>All sources</source>
            <translation>Все источники</translation>
        </message>
        <message>
            <source>All that the source has was pulled.</source>
            <translation>Получено всё, что есть у источника.</translation>
        </message>
        <message>
            <source>Almaty</source>
            <translation>Алматы</translation>
        </message>
        <message>
            <source>Almaty and Zhetisu regions</source>
            <translation>Алматинская область и область Жетісу</translation>
        </message>
        <message>
            <source>Also not complete: {themes}.</source>
            <translation>Также неполны: {themes}.</translation>
        </message>
        <message>
            <source>An answer was larger than allowed and was not read</source>
            <translation>Ответ больше допустимого и не прочитан</translation>
        </message>
        <message>
            <source>An exploration licence does not run for that number of years</source>
            <translation>Лицензия на разведку не действует столько лет</translation>
        </message>
        <message>
            <source>An exploration licence is not issued for that number of blocks</source>
            <translation>Лицензия на разведку не выдаётся на такое число блоков</translation>
        </message>
        <message>
            <source>An interrupted pull was resumed</source>
            <translation>Прерванное получение продолжено</translation>
        </message>
        <message>
            <source>Annulled</source>
            <translation>Аннулировано</translation>
        </message>
        <message>
            <source>Another number of features came than the source promised</source>
            <translation>Получено не столько объектов, сколько обещал источник</translation>
        </message>
        <message>
            <source>Another pull of this theme finished while this one was under way</source>
            <translation>Пока шло это получение, завершилось другое получение этой темы</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Заявитель</translation>
        </message>
        <message>
            <source>Applicant (BIN or IIN)</source>
            <translation>Заявитель (БИН или ИИН)</translation>
        </message>
        <message>
            <source>Applicant's BIN</source>
            <translation>БИН заявителя</translation>
        </message>
        <message>
            <source>Application of {day}</source>
            <translation>Заявление от {day}</translation>
        </message>
        <message>
            <source>Application: {state}</source>
            <translation>Заявление: {state}</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Заявления</translation>
        </message>
        <message>
            <source>Applications that wait to be sent: {count}. Nothing is sent before you look at it and say so.</source>
            <translation>Заявления, ожидающие отправки: {count}. Ничего не будет отправлено, пока вы не просмотрите и не подтвердите.</translation>
        </message>
        <message>
            <source>Applications with news from the platform: {count}. {first}</source>
            <translation>Заявления, о которых есть новое от платформы: {count}. {first}</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>В архиве</translation>
        </message>
        <message>
            <source>Area, km²</source>
            <translation>Площадь, км²</translation>
        </message>
        <message>
            <source>Armenia</source>
            <translation>Армения</translation>
        </message>
        <message>
            <source>Arrow keys and Space: by keyboard; Ctrl+Z: undo; Esc: leave</source>
            <translation>Стрелки и пробел: с клавиатуры; Ctrl+Z: отменить; Esc: выйти</translation>
        </message>
        <message>
            <source>Artisanal mining</source>
            <translation>Старательство</translation>
        </message>
        <message>
            <source>As &amp;of</source>
            <translation>На мо&amp;мент</translation>
        </message>
        <message>
            <source>As QGIS</source>
            <translation>Как в QGIS</translation>
        </message>
        <message>
            <source>As if issued on {date}, by the rule pack {pack}.</source>
            <translation>При выдаче {date}, по пакету правил {pack}.</translation>
        </message>
        <message>
            <source>As it is &amp;sent</source>
            <translation>&amp;Текст отправки</translation>
        </message>
        <message>
            <source>As the text names it</source>
            <translation>Как названа в тексте</translation>
        </message>
        <message>
            <source>As&amp;k the platform</source>
            <translation>Сп&amp;росить платформу</translation>
        </message>
        <message>
            <source>Ask for it as a &amp;partial block</source>
            <translation>Запросить как &amp;неполный блок</translation>
        </message>
        <message>
            <source>Ask for it as a &amp;whole block</source>
            <translation>Запросить как &amp;целый блок</translation>
        </message>
        <message>
            <source>Ask in part: {count}</source>
            <translation>Частично: {count}</translation>
        </message>
        <message>
            <source>Ask only for what would be granted</source>
            <translation>Просить только то, что будет выдано</translation>
        </message>
        <message>
            <source>Ask the platform whether it has it. It can be sent again once the platform says that it has it not.</source>
            <translation>Спросите платформу, есть ли оно у неё. Отправить его снова можно, когда платформа ответит, что его нет.</translation>
        </message>
        <message>
            <source>Ask the platform's operator for access, or leave the theme out of the sync.</source>
            <translation>Попросите доступ у оператора платформы или исключите тему из синхронизации.</translation>
        </message>
        <message>
            <source>Ask the platform's operator, and name the key, before you file it any other way.</source>
            <translation>Спросите оператора платформы, назвав ключ, прежде чем подавать заявление иным путём.</translation>
        </message>
        <message>
            <source>Ask the platform's operator, and name the number of the receipt.</source>
            <translation>Обратитесь к оператору платформы и назовите номер расписки.</translation>
        </message>
        <message>
            <source>Ask the platform's operator. If the source is right, pull again and accept what it changed.</source>
            <translation>Уточните у оператора платформы. Если источник прав, загрузите данные ещё раз и примите изменения.</translation>
        </message>
        <message>
            <source>Asking the platform whether it has it, then sending it…</source>
            <translation>Запрос, нет ли его уже у платформы, затем отправка…</translation>
        </message>
        <message>
            <source>Asking the platform…</source>
            <translation>Запрос к платформе…</translation>
        </message>
        <message>
            <source>Asking the source what it offers</source>
            <translation>Запрашиваем у источника, что он предлагает</translation>
        </message>
        <message>
            <source>Asking…</source>
            <translation>Идёт запрос…</translation>
        </message>
        <message>
            <source>Asks what the platform has of the application; sends nothing</source>
            <translation>Спрашивает, что из заявления есть у платформы; ничего не отправляет</translation>
        </message>
        <message>
            <source>Astana</source>
            <translation>Астана</translation>
        </message>
        <message>
            <source>At each pull the block codes of licences, applications and blocks are compared with their geometry. This lists what disagrees, a row for each kind: blocks that are listed and not covered, covered and not listed, marked as partial and whole or the other way round, and outlines that lie off the grid's lines, as if in Pulkovo 1942 (SK-42) or otherwise. Corners within 5 m of the grid's agree with it.

Codes that cannot be read and geometries that cannot be compared are listed too; they are counted as unknown, not as disagreeing.

Snapshot: the number of a snapshot, pull 3 for the third pull, a day or a time. Empty: now.</source>
            <translation>При каждой загрузке коды блоков лицензий, заявлений и блоков сравниваются с их геометрией. Здесь перечислены расхождения, по строке на каждый вид: блоки, которые указаны, но не покрыты; покрыты, но не указаны; отмечены как неполные, но покрыты целиком, или наоборот; контуры, сошедшие с линий сетки, как будто они в Пулково 1942 (СК-42), или иначе. Углы не дальше 5 м от углов сетки с ней согласны.

Коды, которые не удалось прочитать, и геометрия, которую нельзя сравнить, тоже перечислены; они считаются неизвестными, а не расходящимися.

Срез данных: номер среза, «pull 3» — третья загрузка, день или время. Пусто: сейчас.</translation>
        </message>
        <message>
            <source>At issue: signature bonus {bonus} ({bonus_kzt}), liquidation security {security} ({security_kzt}).</source>
            <translation>При выдаче: подписной бонус {bonus} ({bonus_kzt}), обеспечение ликвидации {security} ({security_kzt}).</translation>
        </message>
        <message>
            <source>At this address there is no OGC API - Features</source>
            <translation>По этому адресу нет OGC API - Features</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Приложения</translation>
        </message>
        <message>
            <source>Attachments missing or not in order: {count}; Papers says which.</source>
            <translation>Приложений нет или они не в порядке: {count}; какие — на вкладке «Документы».</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>Число попыток</translation>
        </message>
        <message>
            <source>Atyrau region</source>
            <translation>Атырауская область</translation>
        </message>
        <message>
            <source>Auction possible until {date}, art. {article}</source>
            <translation>Возможен аукцион до {date}, ст. {article}</translation>
        </message>
        <message>
            <source>Auction possible, art. {article}</source>
            <translation>Возможен аукцион, ст. {article}</translation>
        </message>
        <message>
            <source>Authentication</source>
            <translation>Аутентификация</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>Орган</translation>
        </message>
        <message>
            <source>Azerbaijan</source>
            <translation>Азербайджан</translation>
        </message>
        <message>
            <source>BIN</source>
            <translation>БИН</translation>
        </message>
        <message>
            <source>BIN or IIN</source>
            <translation>БИН или ИИН</translation>
        </message>
        <message>
            <source>Baikonur</source>
            <translation>Байконур</translation>
        </message>
        <message>
            <source>Base map</source>
            <translation>Картографическая основа</translation>
        </message>
        <message>
            <source>Base metals</source>
            <translation>Цветные металлы</translation>
        </message>
        <message>
            <source>Begins on {day}</source>
            <translation>Начинается {day}</translation>
        </message>
        <message>
            <source>Besides, at issue: signature bonus {bonus}, liquidation security {security}</source>
            <translation>Кроме того, при выдаче: подписной бонус {bonus}, обеспечение ликвидации {security}</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Блок</translation>
        </message>
        <message>
            <source>Block code</source>
            <translation>Код блока</translation>
        </message>
        <message>
            <source>Block codes</source>
            <translation>Коды блоков</translation>
        </message>
        <message>
            <source>Block codes and geometry were not compared; the next sync compares them.</source>
            <translation>Коды блоков и геометрия не сравнивались; сравнит следующая синхронизация.</translation>
        </message>
        <message>
            <source>Block codes that disagree with the geometry</source>
            <translation>Коды блоков, расходящиеся с геометрией</translation>
        </message>
        <message>
            <source>Block codes, where there is no draft</source>
            <translation>Коды блоков, если черновика нет</translation>
        </message>
        <message>
            <source>Block grid</source>
            <translation>Сетка блоков</translation>
        </message>
        <message>
            <source>Block, 1′</source>
            <translation>Блок, 1′</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Блоки</translation>
        </message>
        <message>
            <source>Blocks and map sheets</source>
            <translation>Блоки и листы карт</translation>
        </message>
        <message>
            <source>Blocks covered in part, but not marked as partial: {blocks}. {detail}</source>
            <translation>Блоки покрыты частично, но не отмечены как неполные: {blocks}. {detail}</translation>
        </message>
        <message>
            <source>Blocks covered, but not listed: {blocks}. {detail}</source>
            <translation>Блоки покрыты, но не указаны: {blocks}. {detail}</translation>
        </message>
        <message>
            <source>Blocks from codes</source>
            <translation>Блоки по кодам</translation>
        </message>
        <message>
            <source>Blocks from corner coordinates</source>
            <translation>Блоки по координатам угловых точек</translation>
        </message>
        <message>
            <source>Blocks from polygons</source>
            <translation>Блоки по полигонам</translation>
        </message>
        <message>
            <source>Blocks listed, but outside the geometry: {blocks}. {detail}</source>
            <translation>Блоки указаны, но лежат вне геометрии: {blocks}. {detail}</translation>
        </message>
        <message>
            <source>Blocks marked as partial, but covered wholly: {blocks}. {detail}</source>
            <translation>Блоки отмечены как неполные, но покрыты целиком: {blocks}. {detail}</translation>
        </message>
        <message>
            <source>Blocks more than half inside</source>
            <translation>Блоки более чем наполовину внутри</translation>
        </message>
        <message>
            <source>Blocks of the draft</source>
            <translation>Блоки черновика</translation>
        </message>
        <message>
            <source>Blocks of the platform</source>
            <translation>Блоки платформы</translation>
        </message>
        <message>
            <source>Blocks that share no side with another and are left out: {count}.</source>
            <translation>Блоков без общей стороны с другими, не учтены: {count}.</translation>
        </message>
        <message>
            <source>Blocks that would not be granted and cost nothing: {count}.</source>
            <translation>Блоков, которые не были бы предоставлены и ничего не стоят: {count}.</translation>
        </message>
        <message>
            <source>Blocks touched</source>
            <translation>Затронутые блоки</translation>
        </message>
        <message>
            <source>Blocks wholly inside</source>
            <translation>Блоки целиком внутри</translation>
        </message>
        <message>
            <source>Blocks {blocks} → {to}: minimum expenditure {expenditure} MCI, land rent {rent} MCI, security {security} MCI.</source>
            <translation>Блоков {blocks} → {to}: минимальные расходы {expenditure} МРП, плата за участки {rent} МРП, обеспечение {security} МРП.</translation>
        </message>
        <message>
            <source>Blocks {blocks}: granted whole {whole}, in part {partial}, uncertain {uncertain}, not granted {refused}; plots that remain: {plots}</source>
            <translation>Блоков {blocks}: целиком {whole}, частично {partial}, неопределённо {uncertain}, не предоставляется {refused}; остаётся участков: {plots}</translation>
        </message>
        <message>
            <source>Blocks: {count}</source>
            <translation>Блоков: {count}</translation>
        </message>
        <message>
            <source>Blocks: {count}; area: {area} km²</source>
            <translation>Блоков: {count}; площадь: {area} км²</translation>
        </message>
        <message>
            <source>Both days and pulls to keep are given.</source>
            <translation>Заданы и дни, и загрузки, которые нужно сохранить.</translation>
        </message>
        <message>
            <source>Buffer, m</source>
            <translation>Буфер, м</translation>
        </message>
        <message>
            <source>Buildings and plantings of others</source>
            <translation>Строения и насаждения третьих лиц</translation>
        </message>
        <message>
            <source>Burial ground</source>
            <translation>Место захоронения</translation>
        </message>
        <message>
            <source>By licence, over all years:</source>
            <translation>По лицензиям, за все годы:</translation>
        </message>
        <message>
            <source>By your own MCI: {years}.</source>
            <translation>По вашему МРП: {years}.</translation>
        </message>
        <message>
            <source>By your own assumption that the MCI changes by {percent} % a year: {years}.</source>
            <translation>По вашему предположению, что МРП меняется на {percent} % в год: {years}.</translation>
        </message>
        <message>
            <source>Bytes freed</source>
            <translation>Освобождено байт</translation>
        </message>
        <message>
            <source>C&amp;hoose</source>
            <translation>&amp;Выбрать</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>&amp;Закрыть</translation>
        </message>
        <message>
            <source>C&amp;olour…</source>
            <translation>&amp;Цвет…</translation>
        </message>
        <message>
            <source>Calendar year</source>
            <translation>Календарный год</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Cancelling; your data stays as it was</source>
            <translation>Отменяется; ваши данные остаются прежними</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Категория</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Сертификат</translation>
        </message>
        <message>
            <source>Certified by a notary, Kazakh and Russian</source>
            <translation>Заверено нотариусом, каз. и рус.</translation>
        </message>
        <message>
            <source>Certified by the state body</source>
            <translation>Заверено госорганом</translation>
        </message>
        <message>
            <source>Change the applicant's profile</source>
            <translation>Изменить профиль заявителя</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Изменено</translation>
        </message>
        <message>
            <source>Changed at the source</source>
            <translation>Изменено в источнике</translation>
        </message>
        <message>
            <source>Changed at the source: {date}</source>
            <translation>Изменено в источнике: {date}</translation>
        </message>
        <message>
            <source>Changed since the last complete pull:</source>
            <translation>Изменилось с последней полной загрузки:</translation>
        </message>
        <message>
            <source>Changed: {date}</source>
            <translation>Изменён: {date}</translation>
        </message>
        <message>
            <source>Changed: {part}</source>
            <translation>Изменено: {part}</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Изменения</translation>
        </message>
        <message>
            <source>Changes between two moments or workspaces</source>
            <translation>Изменения между двумя моментами или рабочими наборами данных</translation>
        </message>
        <message>
            <source>Chart of costs by year</source>
            <translation>График затрат по годам</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Проверка</translation>
        </message>
        <message>
            <source>Check Settings, Options, Network: the proxy's address and sign-in.</source>
            <translation>Проверьте «Настройки, Параметры, Сеть»: адрес прокси и вход.</translation>
        </message>
        <message>
            <source>Check of an application for blocks</source>
            <translation>Проверка заявления на блоки</translation>
        </message>
        <message>
            <source>Check the address and the clock of this computer. If your organisation uses its own certificates, add them in Settings, Options, Authentication.</source>
            <translation>Проверьте адрес и часы этого компьютера. Если у вашей организации свои сертификаты, добавьте их в «Настройки, Параметры, Аутентификация».</translation>
        </message>
        <message>
            <source>Check the address and your connection, then try again. You can work on offline with what was pulled before.</source>
            <translation>Проверьте адрес и соединение и повторите. С полученным ранее можно работать и без сети.</translation>
        </message>
        <message>
            <source>Check the address of the source, or tell the platform's operator.</source>
            <translation>Проверьте адрес источника или сообщите оператору платформы.</translation>
        </message>
        <message>
            <source>Check the address of the source: it is that of the landing page, without /collections at its end.</source>
            <translation>Проверьте адрес источника: это адрес начальной страницы, без /collections на конце.</translation>
        </message>
        <message>
            <source>Check the address: it is that of the landing page. Ask the platform's operator for it.</source>
            <translation>Проверьте адрес: это адрес начальной страницы. Уточните его у оператора платформы.</translation>
        </message>
        <message>
            <source>Check the coordinates: longitude first, then latitude.</source>
            <translation>Проверьте координаты: сначала долгота, затем широта.</translation>
        </message>
        <message>
            <source>Check the permissions of the file and its folder, or copy it to a folder of your own.</source>
            <translation>Проверьте права на файл и его папку или скопируйте его в свою папку.</translation>
        </message>
        <message>
            <source>Check: {state}</source>
            <translation>Проверка: {state}</translation>
        </message>
        <message>
            <source>Checked just now: clear.</source>
            <translation>Проверено только что: препятствий нет.</translation>
        </message>
        <message>
            <source>Checked just now: conflict. Conflicts: {conflicts}; </source>
            <translation>Проверено только что: пересечение. Пересечений: {conflicts}; </translation>
        </message>
        <message>
            <source>Checked just now: unknown. </source>
            <translation>Проверено только что: неизвестно. </translation>
        </message>
        <message>
            <source>Checking on the newest data…</source>
            <translation>Проверка по новейшим данным…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Идёт проверка…</translation>
        </message>
        <message>
            <source>Checks blocks for which an exploration licence is to be applied for, by the rules of the Code on Subsoil and what the workspace knows of rights, applications, restricted and other areas around them.

Every rule answers for every block: clear, conflict, or unknown where a theme is missing, stale, partial or failed, where a record does not say what it is, or where the law as read is not certain. Each finding names its article, what it met, and the snapshot that it rests on with its age.

The outcome says which blocks would be granted whole or in part, which not, and what to leave out. Costs are those of the first term, as a sum over the licences that the application leads to and for each of them: separate plots become separate licences. They are the plots of the outcome, of which uncertain blocks count as granted; where none would be granted, those of the blocks given.

Date: of the application, today where it is empty. A day of the past is checked as of its end.
Applicant: BIN or IIN; without it, revoked and relinquished rights stay unknown.
Consents: of holders and owners that are at hand, as theme/id, separated by commas.</source>
            <translation>Проверяет блоки, на которые подаётся заявление о выдаче лицензии на разведку, по правилам Кодекса о недрах и по тому, что рабочему набору данных известно о правах, заявлениях, территориях с ограничениями и иных территориях вокруг.

Каждое правило отвечает по каждому блоку: чисто, конфликт или неизвестно — если темы нет, она устарела, получена не вся или не получена, если запись не говорит, что это такое, или если прочитанный закон не даёт определённости. Каждый вывод называет статью, то, с чем блок встретился, и снимок данных с его возрастом.

Исход показывает, какие блоки были бы предоставлены целиком или частично, какие нет и что исключить. Затраты — за первый срок: суммой по лицензиям, к которым ведёт заявление, и по каждой из них; отдельные участки становятся отдельными лицензиями. Это участки исхода, неясные блоки в нём считаются предоставленными; где ни один не был бы предоставлен – участки заданных блоков.

Дата: день заявления, пусто — сегодня. День в прошлом проверяется на его конец.
Заявитель: БИН или ИИН; без него отозванные и возвращённые права остаются неизвестными.
Согласия: имеющиеся согласия недропользователей и собственников в виде тема/идентификатор через запятую.</translation>
        </message>
        <message>
            <source>China</source>
            <translation>Китай</translation>
        </message>
        <message>
            <source>Choose a GeoPackage that Kaznedra made, or create a new workspace.</source>
            <translation>Выберите GeoPackage, созданный Kaznedra, или создайте новый рабочий набор данных.</translation>
        </message>
        <message>
            <source>Choose a GeoPackage that opens in QGIS. QGIS saves other layers as one: Export, Save Features As.</source>
            <translation>Выберите GeoPackage, который открывается в QGIS. Другие слои QGIS сохраняет в него сам: «Экспорт», «Сохранить объекты как».</translation>
        </message>
        <message>
            <source>Choose a later moment; kaznedra:snapshots lists the pulls.</source>
            <translation>Выберите более поздний момент; список срезов даёт kaznedra:snapshots.</translation>
        </message>
        <message>
            <source>Choose a layer with polygons, or select some of its features; give lines a distance.</source>
            <translation>Выберите слой с полигонами или выделите часть его объектов; для линий укажите расстояние.</translation>
        </message>
        <message>
            <source>Choose a new or an empty folder.</source>
            <translation>Выберите новую или пустую папку.</translation>
        </message>
        <message>
            <source>Choose a smaller area.</source>
            <translation>Выберите территорию поменьше.</translation>
        </message>
        <message>
            <source>Choose a source whose platform takes them, or export the application and hand it in otherwise.</source>
            <translation>Выберите источник, платформа которого принимает заявления, или экспортируйте заявление и подайте его иначе.</translation>
        </message>
        <message>
            <source>Choose an applicant, or give the path of a profile in JSON.</source>
            <translation>Выберите заявителя или укажите путь к профилю в JSON.</translation>
        </message>
        <message>
            <source>Choose an area in Kazakhstan, and see that its CRS is right.</source>
            <translation>Выберите территорию в Казахстане и проверьте её систему координат.</translation>
        </message>
        <message>
            <source>Choose another file for the output.</source>
            <translation>Выберите для результата другой файл.</translation>
        </message>
        <message>
            <source>Choose another name, or open the file as a workspace.</source>
            <translation>Выберите другое имя или откройте этот файл как рабочий набор данных.</translation>
        </message>
        <message>
            <source>Choose blocks and an applicant, then try again.</source>
            <translation>Выберите блоки и заявителя и повторите.</translation>
        </message>
        <message>
            <source>Choose blocks by codes or coordinates</source>
            <translation>Выбор блоков по кодам или координатам</translation>
        </message>
        <message>
            <source>Choose blocks by features</source>
            <translation>Выбор блоков по объектам</translation>
        </message>
        <message>
            <source>Choose blocks first: the costs depend on their number.</source>
            <translation>Сначала выберите блоки: затраты зависят от их числа.</translation>
        </message>
        <message>
            <source>Choose blocks first: what must be spent depends on them.</source>
            <translation>Сначала выберите блоки: от них зависят минимальные расходы.</translation>
        </message>
        <message>
            <source>Choose blocks from a file</source>
            <translation>Выбор блоков из файла</translation>
        </message>
        <message>
            <source>Choose blocks on the map or by their codes.</source>
            <translation>Выберите блоки на карте или по их кодам.</translation>
        </message>
        <message>
            <source>Choose blocks, and the rules of the law are checked here.</source>
            <translation>Выберите блоки, и здесь появится проверка по правилам закона.</translation>
        </message>
        <message>
            <source>Choose how much history is kept</source>
            <translation>Выбрать, сколько истории хранить</translation>
        </message>
        <message>
            <source>Choose the datum.</source>
            <translation>Выберите систему координат.</translation>
        </message>
        <message>
            <source>Choose the file of the source profile.</source>
            <translation>Выберите файл профиля источника.</translation>
        </message>
        <message>
            <source>Choose who applies, or add a profile.</source>
            <translation>Выберите заявителя или добавьте профиль.</translation>
        </message>
        <message>
            <source>Choose with a lasso</source>
            <translation>Выбрать лассо</translation>
        </message>
        <message>
            <source>Cited, and so kept: {names}</source>
            <translation>Есть ссылки, поэтому сохранены: {names}</translation>
        </message>
        <message>
            <source>Citizenship</source>
            <translation>Гражданство</translation>
        </message>
        <message>
            <source>Click: choose a block, or no longer</source>
            <translation>Щелчок: выбрать блок или снять выбор</translation>
        </message>
        <message>
            <source>Close the program that holds it (often a second QGIS), then try again.</source>
            <translation>Закройте программу, которая его держит (часто это второй QGIS), и повторите.</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Закрыто</translation>
        </message>
        <message>
            <source>Coal</source>
            <translation>Уголь</translation>
        </message>
        <message>
            <source>Code on Subsoil, article {article}</source>
            <translation>Кодекс «О недрах и недропользовании», статья {article}</translation>
        </message>
        <message>
            <source>Codes and geometry disagree: {count}.</source>
            <translation>Коды и геометрия расходятся: {count}.</translation>
        </message>
        <message>
            <source>Codes and geometry disagree: {disagree}; agree: {agree}; cannot be told: {unknown}.</source>
            <translation>Коды и геометрия расходятся: {disagree}; согласны: {agree}; сказать нельзя: {unknown}.</translation>
        </message>
        <message>
            <source>Codes that cannot be read: {detail}</source>
            <translation>Коды, которые не удалось прочитать: {detail}</translation>
        </message>
        <message>
            <source>Codes, coordinates or features</source>
            <translation>Коды, координаты или объекты</translation>
        </message>
        <message>
            <source>Colour of the draft</source>
            <translation>Цвет черновика</translation>
        </message>
        <message>
            <source>Commodities</source>
            <translation>Полезные компоненты</translation>
        </message>
        <message>
            <source>Commodity group</source>
            <translation>Группа полезных ископаемых</translation>
        </message>
        <message>
            <source>Common minerals</source>
            <translation>Общераспространённые полезные ископаемые</translation>
        </message>
        <message>
            <source>Compare drafts</source>
            <translation>Сравнение черновиков</translation>
        </message>
        <message>
            <source>Compare it with the pull before, feature by feature</source>
            <translation>Сравнить с предыдущей загрузкой, объект за объектом</translation>
        </message>
        <message>
            <source>Compare with what is found now from here on</source>
            <translation>Дальше сравнивать с тем, что найдено сейчас</translation>
        </message>
        <message>
            <source>Compares the codes of a licence's blocks with its corner coordinates. The order of sections, subsections and blocks inside a map sheet is a convention, and the law names no datum for the grid: a licence at hand shows whether the plugin's numbering is right.

Paste the codes of one plot and all its corners, in degrees, or degrees, minutes and seconds, latitude or longitude first.

Result: agrees; differs, with every difference by its place and size; or unknown, where a piece of the texts could not be read. Offsets that look like Pulkovo 1942 are pointed out.</source>
            <translation>Сравнивает коды блоков лицензии с координатами её угловых точек. Порядок секций, подсекций и блоков внутри листа – это соглашение, и закон не называет датума сетки: имеющаяся лицензия показывает, верна ли нумерация модуля.

Вставьте коды одного участка и все его угловые точки – в градусах либо в градусах, минутах и секундах, сначала широта или долгота.

Результат: agrees – совпадает; differs – расходится, с местом и величиной каждого расхождения; unknown – неизвестно, если часть текста не прочитана. Отмечаются смещения, похожие на Пулково 1942.</translation>
        </message>
        <message>
            <source>Compares the features of a workspace at two moments, or those of two workspaces: which were added, which were removed, and which changed, with the old and new value of every attribute and the area, in km², that only one of the two boundaries has.

From, to: a day such as 2026-11-22 (its end, in UTC), a time such as 2026-11-22T08:00:00Z, the number of a snapshot, or pull 3 for the third pull. Empty: now.
Other workspace: where it is given, the workspace as of From is compared with the other one as of To.

The output has up to three layers per theme: added, removed (as they were) and changed (as they are, with what they were). Where a theme is unknown at one of the moments, nothing is said of it but that.</source>
            <translation>Сравнивает объекты рабочего набора данных на два момента или объекты двух рабочих наборов: какие добавлены, какие удалены, какие изменены, с прежним и новым значением каждого атрибута и площадью (км²), которая есть только в одной из двух границ.

С, по: день, например 2026-11-22 (его конец по UTC), время, например 2026-11-22T08:00:00Z, номер среза или pull 3 для третьего получения данных. Пусто: сейчас.
Другой рабочий набор данных: если он задан, набор на момент «С» сравнивается с другим на момент «По».

В результате до трёх слоёв на тему: добавленные, удалённые (какими были) и изменённые (какие есть, с прежними значениями). Если тема на один из моментов неизвестна, о ней говорится только это.</translation>
        </message>
        <message>
            <source>Complete for an application.</source>
            <translation>Для заявления данных достаточно.</translation>
        </message>
        <message>
            <source>Confirmation for just this: {digest}</source>
            <translation>Подтверждение именно этого: {digest}</translation>
        </message>
        <message>
            <source>Confirmation: the digest of what is to be sent</source>
            <translation>Подтверждение: хеш того, что отправляется</translation>
        </message>
        <message>
            <source>Conflict</source>
            <translation>Конфликт</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Конфликты</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Соединение</translation>
        </message>
        <message>
            <source>Consents at hand</source>
            <translation>Имеющиеся согласия</translation>
        </message>
        <message>
            <source>Contract from before the Code</source>
            <translation>Контракт, заключённый до Кодекса</translation>
        </message>
        <message>
            <source>Controlling persons</source>
            <translation>Контролирующие лица</translation>
        </message>
        <message>
            <source>Copies at the platform, although it was sent once: {count}. Tell the platform's operator.</source>
            <translation>Экземпляров на платформе, хотя отправлено один раз: {count}. Сообщите оператору платформы.</translation>
        </message>
        <message>
            <source>Copy codes</source>
            <translation>Копировать коды</translation>
        </message>
        <message>
            <source>Copy the key</source>
            <translation>Копировать ключ</translation>
        </message>
        <message>
            <source>Copy the selected works to the year after</source>
            <translation>Скопировать выбранные работы на следующий год</translation>
        </message>
        <message>
            <source>Corner coordinates</source>
            <translation>Координаты угловых точек</translation>
        </message>
        <message>
            <source>Corners: {corners}; plots: {plots}</source>
            <translation>Угловых точек: {corners}; участков: {plots}</translation>
        </message>
        <message>
            <source>Correct the file at the place named here, or take it away; the plugin's own then serves.</source>
            <translation>Исправьте файл в указанном месте или уберите его: тогда послужит шаблон модуля.</translation>
        </message>
        <message>
            <source>Correct the file or take it away; the plugin's own pack then serves.</source>
            <translation>Исправьте файл или уберите его; тогда послужит собственный пакет модуля.</translation>
        </message>
        <message>
            <source>Correct the pieces named here and try again.</source>
            <translation>Исправьте названные здесь места и повторите.</translation>
        </message>
        <message>
            <source>Correct the profile file, or choose another profile in the source.</source>
            <translation>Исправьте файл профиля или выберите в источнике другой профиль.</translation>
        </message>
        <message>
            <source>Correct the rows below: a plot without one of its corners would be another plot.</source>
            <translation>Исправьте строки ниже: участок без одной из угловых точек был бы другим участком.</translation>
        </message>
        <message>
            <source>Correct these pieces and run again.</source>
            <translation>Исправьте эти места и запустите снова.</translation>
        </message>
        <message>
            <source>Cost of year 1</source>
            <translation>Затраты 1-го года</translation>
        </message>
        <message>
            <source>Cost, ₸</source>
            <translation>Сумма, ₸</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>Затраты</translation>
        </message>
        <message>
            <source>Costs by licence, over all years</source>
            <translation>Затраты по лицензиям за все годы</translation>
        </message>
        <message>
            <source>Costs by year</source>
            <translation>Затраты по годам</translation>
        </message>
        <message>
            <source>Costs of an exploration licence</source>
            <translation>Стоимость лицензии на разведку</translation>
        </message>
        <message>
            <source>Costs of the plots</source>
            <translation>Затраты по участкам</translation>
        </message>
        <message>
            <source>Counts where the profile of a source does not say. By stale data the rules of the law call nothing clear.</source>
            <translation>Действует, если в профиле источника срок не указан. По устаревшим данным правила закона не дают ответа «препятствий нет».</translation>
        </message>
        <message>
            <source>Ctrl and drag: draw a lasso</source>
            <translation>Ctrl и перетаскивание: обвести лассо</translation>
        </message>
        <message>
            <source>Damaged: {part} ({detail})</source>
            <translation>Повреждено: {part} ({detail})</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Дата</translation>
        </message>
        <message>
            <source>Datum of the coordinates</source>
            <translation>Система координат</translation>
        </message>
        <message>
            <source>Datums</source>
            <translation>Системы координат</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>День</translation>
        </message>
        <message>
            <source>Day of issue</source>
            <translation>Дата выдачи</translation>
        </message>
        <message>
            <source>Days of history that are kept: {number}</source>
            <translation>Хранится история за дней: {number}</translation>
        </message>
        <message>
            <source>De&amp;lete the draft</source>
            <translation>&amp;Удалить черновик</translation>
        </message>
        <message>
            <source>Decided or withdrawn</source>
            <translation>Рассмотрено или отозвано</translation>
        </message>
        <message>
            <source>Defence land</source>
            <translation>Земли обороны</translation>
        </message>
        <message>
            <source>Demo data</source>
            <translation>Демонстрационные данные</translation>
        </message>
        <message>
            <source>Demo data: invented, no legal meaning.</source>
            <translation>Демонстрационные данные: вымышлены, юридической силы не имеют.</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>Месторождение</translation>
        </message>
        <message>
            <source>Deposits</source>
            <translation>Месторождения</translation>
        </message>
        <message>
            <source>Development</source>
            <translation>Освоение</translation>
        </message>
        <message>
            <source>Digest (SHA-256): {digest}</source>
            <translation>Хеш (SHA-256): {digest}</translation>
        </message>
        <message>
            <source>Digest of what would be sent</source>
            <translation>Хеш того, что было бы отправлено</translation>
        </message>
        <message>
            <source>Disagreements</source>
            <translation>Расхождения</translation>
        </message>
        <message>
            <source>Distance around the features, metres</source>
            <translation>Расстояние вокруг объектов, м</translation>
        </message>
        <message>
            <source>Do &amp;not send</source>
            <translation>&amp;Не отправлять</translation>
        </message>
        <message>
            <source>Do not rely on it: export the application again.</source>
            <translation>Не полагайтесь на него: экспортируйте заявление заново.</translation>
        </message>
        <message>
            <source>Double click: fill the hole</source>
            <translation>Двойной щелчок: заполнить пустоту</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Черновик</translation>
        </message>
        <message>
            <source>Draft {number}</source>
            <translation>Черновик {number}</translation>
        </message>
        <message>
            <source>Draft, by name or id</source>
            <translation>Черновик, по имени или идентификатору</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Черновики</translation>
        </message>
        <message>
            <source>Drag: add a rectangle; with Shift: remove it</source>
            <translation>Перетаскивание: добавить прямоугольник; с Shift: убрать</translation>
        </message>
        <message>
            <source>Drawing the map sheets</source>
            <translation>Рисуются листы карты</translation>
        </message>
        <message>
            <source>Drawn from</source>
            <translation>Источник сведений</translation>
        </message>
        <message>
            <source>Drinking groundwater</source>
            <translation>Питьевые подземные воды</translation>
        </message>
        <message>
            <source>Drop it here to choose blocks by it</source>
            <translation>Отпустите здесь, чтобы выбрать блоки</translation>
        </message>
        <message>
            <source>Dry run</source>
            <translation>Пробный запуск</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>Срок завершения</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Эл. почта</translation>
        </message>
        <message>
            <source>Each licence has its own security, rent and minimum expenditure, and gives blocks up by its own count. Assumed: each owes a whole signature bonus, and all are issued on one day.</source>
            <translation>По каждой лицензии свои обеспечение, плата и минимальные расходы, а блоки возвращаются по её числу блоков. Принято: бонус уплачивается по каждой полностью, все выданы в один день.</translation>
        </message>
        <message>
            <source>East Kazakhstan and Abai regions</source>
            <translation>Восточно-Казахстанская область и область Абай</translation>
        </message>
        <message>
            <source>En&amp;glish, for reading</source>
            <translation>&amp;Английский, для чтения</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>Дата прекращения</translation>
        </message>
        <message>
            <source>Ended or withdrawn</source>
            <translation>Прекращена или отозвана</translation>
        </message>
        <message>
            <source>English</source>
            <translation>английский</translation>
        </message>
        <message>
            <source>Enter the address of the platform's landing page, or the path of a GeoPackage.</source>
            <translation>Введите адрес начальной страницы платформы или путь к GeoPackage.</translation>
        </message>
        <message>
            <source>Established on</source>
            <translation>Дата установления</translation>
        </message>
        <message>
            <source>Every part is as the manifest says.</source>
            <translation>Каждая часть соответствует описи.</translation>
        </message>
        <message>
            <source>Every pull asks the platform again. If the answer stays the same, ask the platform's operator about the key. Only if they have no application with that key, duplicate the draft and file the copy.</source>
            <translation>При каждой синхронизации платформа спрашивается снова. Если ответ не меняется, обратитесь к оператору платформы и назовите ключ. Только если заявления с этим ключом у него нет, создайте копию черновика и подайте её.</translation>
        </message>
        <message>
            <source>Everything was fetched again.</source>
            <translation>Всё получено заново.</translation>
        </message>
        <message>
            <source>Expenditure</source>
            <translation>Расходы</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Срок истёк</translation>
        </message>
        <message>
            <source>Expires on</source>
            <translation>Срок истекает</translation>
        </message>
        <message>
            <source>Expires within 90 days</source>
            <translation>Срок истекает в течение 90 дней</translation>
        </message>
        <message>
            <source>Exploration</source>
            <translation>Разведка</translation>
        </message>
        <message>
            <source>Exploration licence</source>
            <translation>Лицензия на разведку</translation>
        </message>
        <message>
            <source>Export an application</source>
            <translation>Экспорт заявления</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Охват</translation>
        </message>
        <message>
            <source>Facility</source>
            <translation>Объект</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>Объекты</translation>
        </message>
        <message>
            <source>Features came without an identifier, so their history cannot be kept</source>
            <translation>Объекты пришли без идентификатора, их историю вести нельзя</translation>
        </message>
        <message>
            <source>Features of which that cannot be told</source>
            <translation>Объекты, о которых этого сказать нельзя</translation>
        </message>
        <message>
            <source>Features whose codes and geometry agree</source>
            <translation>Объекты, коды и геометрия которых согласны</translation>
        </message>
        <message>
            <source>Features whose codes and geometry disagree</source>
            <translation>Объекты, коды и геометрия которых расходятся</translation>
        </message>
        <message>
            <source>Features without a geometry</source>
            <translation>Объекты без геометрии</translation>
        </message>
        <message>
            <source>Features: {features}</source>
            <translation>Объектов: {features}</translation>
        </message>
        <message>
            <source>Fewer blocks, or more:</source>
            <translation>Меньше блоков или больше:</translation>
        </message>
        <message>
            <source>Fewer features came than the source promised. A missing feature is not free ground.</source>
            <translation>Получено меньше объектов, чем обещал источник. Отсутствие объекта не означает свободную территорию.</translation>
        </message>
        <message>
            <source>Filed</source>
            <translation>Подано</translation>
        </message>
        <message>
            <source>Files of the attachment</source>
            <translation>Файлы приложения</translation>
        </message>
        <message>
            <source>Files the draft of an application at a platform that takes applications.

Without a confirmation nothing is sent: the report and the result CONFIRM tell exactly what would be sent, and the digest of it. Run again with that digest as the confirmation, and just that is sent, once. Where the draft, the applicant or the platform changed meanwhile, the digest is another, and nothing is sent.

Before it is sent the platform is asked whether it has the application already. Where the answer is lost, it is not sent again before the platform says that it has it not; run again without a confirmation to ask.

Applicant: name or id of a profile on this computer; left out, the draft's own.</source>
            <translation>Подаёт черновик заявления на платформу, которая принимает заявления.

Без подтверждения ничего не отправляется: отчёт и результат CONFIRM показывают, что именно было бы отправлено, и хеш этого. Запустите снова с этим хешем в качестве подтверждения, и будет отправлено именно это, один раз. Если черновик, заявитель или платформа изменились, хеш будет другим, и ничего не отправится.

Перед отправкой платформу спрашивают, нет ли у неё заявления. Если ответ потерян, заявление не отправляется снова, пока платформа не ответит, что его у неё нет; чтобы спросить, запустите без подтверждения.

Заявитель: имя или идентификатор профиля на этом компьютере; если не указан, берётся заявитель черновика.</translation>
        </message>
        <message>
            <source>Fill a hole</source>
            <translation>Заполнить пустоту</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Результаты проверки</translation>
        </message>
        <message>
            <source>Findings: {told}</source>
            <translation>Результаты: {told}</translation>
        </message>
        <message>
            <source>First features</source>
            <translation>Первые объекты</translation>
        </message>
        <message>
            <source>Folder for the application</source>
            <translation>Папка для заявления</translation>
        </message>
        <message>
            <source>Folder for workspaces</source>
            <translation>Папка рабочих наборов данных</translation>
        </message>
        <message>
            <source>Folder of your own templates</source>
            <translation>Папка ваших шаблонов</translation>
        </message>
        <message>
            <source>Follow its status. To file another one, duplicate the draft.</source>
            <translation>Следите за его статусом. Чтобы подать ещё одно, создайте копию черновика.</translation>
        </message>
        <message>
            <source>For auction</source>
            <translation>На аукцион</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>Рамки</translation>
        </message>
        <message>
            <source>Frames of map sheets</source>
            <translation>Рамки листов карт</translation>
        </message>
        <message>
            <source>Free some space, or move the workspace to another disk, then try again.</source>
            <translation>Освободите место или перенесите рабочий набор данных на другой диск и повторите.</translation>
        </message>
        <message>
            <source>From</source>
            <translation>С</translation>
        </message>
        <message>
            <source>From a &amp;file…</source>
            <translation>Из &amp;файла…</translation>
        </message>
        <message>
            <source>From a &amp;layer…</source>
            <translation>Из &amp;слоя…</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>Из файла…</translation>
        </message>
        <message>
            <source>From the &amp;selected features…</source>
            <translation>По &amp;выделенным объектам…</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Ф. И. О.</translation>
        </message>
        <message>
            <source>Further differences, in the report: {count}</source>
            <translation>Другие расхождения, в отчёте: {count}</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Общие</translation>
        </message>
        <message>
            <source>Geological study</source>
            <translation>Геологическое изучение недр</translation>
        </message>
        <message>
            <source>Geometries that could not be used</source>
            <translation>Геометрии, которые нельзя использовать</translation>
        </message>
        <message>
            <source>Geometry problem</source>
            <translation>Замечание к геометрии</translation>
        </message>
        <message>
            <source>Georgia</source>
            <translation>Грузия</translation>
        </message>
        <message>
            <source>Give a calendar year and its MCI in tenge in each row: 2027, 4700.</source>
            <translation>Укажите в каждой строке календарный год и его МРП в тенге: 2027, 4700.</translation>
        </message>
        <message>
            <source>Give a day such as 2026-11-22, a time such as 2026-11-22T08:00:00Z, or the number of a snapshot.</source>
            <translation>Укажите день, например 2026-11-22, время, например 2026-11-22T08:00:00Z, или номер среза.</translation>
        </message>
        <message>
            <source>Give a number of blocks from 1 up to the limit.</source>
            <translation>Укажите число блоков от 1 до предела.</translation>
        </message>
        <message>
            <source>Give a number of years from 1 up to the limit.</source>
            <translation>Укажите число лет от 1 до предела.</translation>
        </message>
        <message>
            <source>Give a workspace and a draft of it, or block codes.</source>
            <translation>Укажите рабочий набор и его черновик либо коды блоков.</translation>
        </message>
        <message>
            <source>Give one of the two.</source>
            <translation>Задайте что-то одно.</translation>
        </message>
        <message>
            <source>Give the applicant a name.</source>
            <translation>Укажите имя или название заявителя.</translation>
        </message>
        <message>
            <source>Give the source a name of your own.</source>
            <translation>Дайте источнику название.</translation>
        </message>
        <message>
            <source>Give up a request after</source>
            <translation>Прервать запрос через</translation>
        </message>
        <message>
            <source>Give up after silence of</source>
            <translation>Прервать после молчания в</translation>
        </message>
        <message>
            <source>Gone since pull</source>
            <translation>Нет в данных со среза №</translation>
        </message>
        <message>
            <source>Have only the MCI of the rule pack again</source>
            <translation>Оставить только МРП из пакета правил</translation>
        </message>
        <message>
            <source>History</source>
            <translation>История</translation>
        </message>
        <message>
            <source>Holder</source>
            <translation>Держатель</translation>
        </message>
        <message>
            <source>Holder's BIN</source>
            <translation>БИН держателя</translation>
        </message>
        <message>
            <source>Hollow: occurrence</source>
            <translation>Полый знак: рудопроявление</translation>
        </message>
        <message>
            <source>How much history to keep</source>
            <translation>Сколько истории хранить</translation>
        </message>
        <message>
            <source>Hydraulic structure</source>
            <translation>Гидротехническое сооружение</translation>
        </message>
        <message>
            <source>I have &amp;looked at it and want just this filed, in this name.</source>
            <translation>&amp;Я просмотрел(а) это и подаю именно это от этого имени.</translation>
        </message>
        <message>
            <source>IIN</source>
            <translation>ИИН</translation>
        </message>
        <message>
            <source>IIN, BIN</source>
            <translation>ИИН, БИН</translation>
        </message>
        <message>
            <source>Identifier at the source</source>
            <translation>Идентификатор в источнике</translation>
        </message>
        <message>
            <source>Identity document</source>
            <translation>Документ, удостоверяющий личность</translation>
        </message>
        <message>
            <source>If it has a new name, write that into the source profile. If it is gone for good, pull again and accept it.</source>
            <translation>Если он переименован, укажите новое имя в профиле источника. Если его больше не будет, загрузите данные ещё раз и примите это.</translation>
        </message>
        <message>
            <source>If the sending broke off, ask the platform whether it has the application.</source>
            <translation>Если отправка прервалась, спросите платформу, есть ли у неё заявление.</translation>
        </message>
        <message>
            <source>If you want it, name it in the source profile.</source>
            <translation>Если он нужен, укажите его в профиле источника.</translation>
        </message>
        <message>
            <source>In both: {count}</source>
            <translation>В обоих: {count}</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>Действует</translation>
        </message>
        <message>
            <source>In the data since pull</source>
            <translation>В данных со среза №</translation>
        </message>
        <message>
            <source>In the data since {date}</source>
            <translation>В данных с {date}</translation>
        </message>
        <message>
            <source>Industrial minerals</source>
            <translation>Неметаллические полезные ископаемые</translation>
        </message>
        <message>
            <source>Install DejaVu Sans or Noto Sans, then start QGIS again.</source>
            <translation>Установите DejaVu Sans или Noto Sans и запустите QGIS снова.</translation>
        </message>
        <message>
            <source>Install QGIS again: this library comes with it.</source>
            <translation>Переустановите QGIS: эта библиотека поставляется с ним.</translation>
        </message>
        <message>
            <source>Install the plugin again, or add a rule pack that is valid then.</source>
            <translation>Переустановите модуль или добавьте пакет правил, действующий в этот день.</translation>
        </message>
        <message>
            <source>Install the plugin from its zip; in a developer's checkout call: make package</source>
            <translation>Установите модуль из zip-архива; в рабочей копии разработчика выполните: make package</translation>
        </message>
        <message>
            <source>Installing: {names}</source>
            <translation>Устанавливается: {names}</translation>
        </message>
        <message>
            <source>Invalid geometries that were repaired</source>
            <translation>Неверные геометрии, которые исправлены</translation>
        </message>
        <message>
            <source>Invalid, and repaired: {count}</source>
            <translation>Неверных, исправлено: {count}</translation>
        </message>
        <message>
            <source>Invented licences in a file of the plugin. Needs no network.</source>
            <translation>Вымышленные лицензии в файле модуля. Сеть не нужна.</translation>
        </message>
        <message>
            <source>Iran</source>
            <translation>Иран</translation>
        </message>
        <message>
            <source>Iron and alloy metals</source>
            <translation>Чёрные и легирующие металлы</translation>
        </message>
        <message>
            <source>Is it needed? Not known</source>
            <translation>Нужно ли это? Неизвестно</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>Дата выдачи</translation>
        </message>
        <message>
            <source>It is needed</source>
            <translation>Это нужно</translation>
        </message>
        <message>
            <source>It is not known whether the platform has the application.</source>
            <translation>Неизвестно, есть ли заявление у платформы.</translation>
        </message>
        <message>
            <source>It is not needed</source>
            <translation>Это не нужно</translation>
        </message>
        <message>
            <source>It is not sent as long as that is not known.</source>
            <translation>Пока это неизвестно, заявление не отправляется.</translation>
        </message>
        <message>
            <source>It was left as it is.</source>
            <translation>Он оставлен без изменений.</translation>
        </message>
        <message>
            <source>Its block codes name the block, its geometry leaves it out</source>
            <translation>По кодам блок входит, по геометрии нет</translation>
        </message>
        <message>
            <source>Its holder is refused until {date}, art. {article}</source>
            <translation>Держателю отказ до {date}, ст. {article}</translation>
        </message>
        <message>
            <source>Its holder may be refused for a year, art. {article}</source>
            <translation>Держателю возможен отказ в течение года, ст. {article}</translation>
        </message>
        <message>
            <source>Its holder may be refused until {date}, art. {article}</source>
            <translation>Держателю возможен отказ до {date}, ст. {article}</translation>
        </message>
        <message>
            <source>Karaganda and Ulytau regions</source>
            <translation>Карагандинская область и область Ұлытау</translation>
        </message>
        <message>
            <source>Kazakh</source>
            <translation>казахский</translation>
        </message>
        <message>
            <source>Kazakhstan</source>
            <translation>Казахстан</translation>
        </message>
        <message>
            <source>Kazakhstan and its neighbours</source>
            <translation>Казахстан и соседние страны</translation>
        </message>
        <message>
            <source>Kaznedra</source>
            <translation>Kaznedra</translation>
        </message>
        <message>
            <source>Kaznedra demo data</source>
            <translation>Демонстрационные данные Kaznedra</translation>
        </message>
        <message>
            <source>Kaznedra pulls licences, applications, deposits and restricted areas into a file on this computer, keeps their history and shows them on your map, also without a network.</source>
            <translation>Kaznedra загружает лицензии, заявления, месторождения и территории с ограничениями в файл на этом компьютере, хранит их историю и показывает на вашей карте, в том числе без сети.</translation>
        </message>
        <message>
            <source>Kaznedra: asking {source}</source>
            <translation>Казнедра: запрос к {source}</translation>
        </message>
        <message>
            <source>Kaznedra: checking a draft</source>
            <translation>Kaznedra: проверка черновика</translation>
        </message>
        <message>
            <source>Kaznedra: checking an application</source>
            <translation>Kaznedra: проверка заявления</translation>
        </message>
        <message>
            <source>Kaznedra: filing at {source}</source>
            <translation>Казнедра: подача в {source}</translation>
        </message>
        <message>
            <source>Kaznedra: looking into a file</source>
            <translation>Kaznedra: просмотр файла</translation>
        </message>
        <message>
            <source>Kaznedra: opening a workspace</source>
            <translation>Kaznedra: открытие рабочего набора данных</translation>
        </message>
        <message>
            <source>Kaznedra: reading the ground</source>
            <translation>Kaznedra: чтение сведений о территории</translation>
        </message>
        <message>
            <source>Kaznedra: reading the history</source>
            <translation>Kaznedra: чтение истории</translation>
        </message>
        <message>
            <source>Kaznedra: reading the workspace</source>
            <translation>Kaznedra: чтение рабочего набора данных</translation>
        </message>
        <message>
            <source>Kaznedra: sync of {source}</source>
            <translation>Kaznedra: синхронизация, {source}</translation>
        </message>
        <message>
            <source>Kaznedra: test of {source}</source>
            <translation>Kaznedra: проверка, {source}</translation>
        </message>
        <message>
            <source>Kaznedra: writing an application</source>
            <translation>Kaznedra: запись заявления</translation>
        </message>
        <message>
            <source>Keep the last days</source>
            <translation>Хранить последние дни</translation>
        </message>
        <message>
            <source>Keep the last pulls of every theme</source>
            <translation>Хранить последние загрузки каждой темы</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Ключ</translation>
        </message>
        <message>
            <source>Key: {key}</source>
            <translation>Ключ: {key}</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Kind of licence</source>
            <translation>Вид лицензии</translation>
        </message>
        <message>
            <source>Kostanay region</source>
            <translation>Костанайская область</translation>
        </message>
        <message>
            <source>Kyrgyzstan</source>
            <translation>Кыргызстан</translation>
        </message>
        <message>
            <source>Kyzylorda region</source>
            <translation>Кызылординская область</translation>
        </message>
        <message>
            <source>La&amp;yer</source>
            <translation>С&amp;лой</translation>
        </message>
        <message>
            <source>Land for state needs</source>
            <translation>Земли для государственных нужд</translation>
        </message>
        <message>
            <source>Land rent</source>
            <translation>Плата за пользование земельными участками</translation>
        </message>
        <message>
            <source>Land rent, MCI</source>
            <translation>Плата за пользование земельными участками, МРП</translation>
        </message>
        <message>
            <source>Landing page of an OGC API - Features, or the path of a GeoPackage</source>
            <translation>Начальная страница OGC API - Features или путь к GeoPackage</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>Языки</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>Крупное</translation>
        </message>
        <message>
            <source>Largest answer</source>
            <translation>Наибольший ответ</translation>
        </message>
        <message>
            <source>Last check of the rules: {state}, {when}</source>
            <translation>Последняя проверка правил: {state}, {when}</translation>
        </message>
        <message>
            <source>Last complete pull: {date}</source>
            <translation>Последний полный срез: {date}</translation>
        </message>
        <message>
            <source>Last pull failed: {themes}</source>
            <translation>Последняя загрузка не удалась: {themes}</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Слои</translation>
        </message>
        <message>
            <source>Leave the theme out of the sync, or choose a source profile that names its collection.</source>
            <translation>Исключите тему из синхронизации или выберите профиль источника, где названа её коллекция.</translation>
        </message>
        <message>
            <source>Left out, for it could not be used: {count}</source>
            <translation>Пропущено, нельзя использовать: {count}</translation>
        </message>
        <message>
            <source>Left out, for want of a geometry: {count}</source>
            <translation>Пропущено, нет геометрии: {count}</translation>
        </message>
        <message>
            <source>Left out, for years that are not shown: {count}.</source>
            <translation>Пропущено, годы не показаны: {count}.</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>Правовое основание</translation>
        </message>
        <message>
            <source>Let what holds its window up come to an end, then try again.</source>
            <translation>Дождитесь окончания того, что занимает окно QGIS, и повторите.</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Лицензия</translation>
        </message>
        <message>
            <source>Licence issued</source>
            <translation>Лицензия выдана</translation>
        </message>
        <message>
            <source>Licence issued; those pulled do not show it yet</source>
            <translation>Лицензия выдана, в полученных её ещё нет</translation>
        </message>
        <message>
            <source>Licence number</source>
            <translation>Номер лицензии</translation>
        </message>
        <message>
            <source>Licence:</source>
            <translation>Лицензия:</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Лицензии</translation>
        </message>
        <message>
            <source>Licences by blocks</source>
            <translation>Лицензии по блокам</translation>
        </message>
        <message>
            <source>Liquidation accepted</source>
            <translation>Ликвидация принята</translation>
        </message>
        <message>
            <source>Liquidation areas</source>
            <translation>Территории ликвидации</translation>
        </message>
        <message>
            <source>Liquidation planned</source>
            <translation>Ликвидация запланирована</translation>
        </message>
        <message>
            <source>Liquidation security</source>
            <translation>Обеспечение ликвидации</translation>
        </message>
        <message>
            <source>Liquidation security, MCI</source>
            <translation>Обеспечение ликвидации, МРП</translation>
        </message>
        <message>
            <source>Liquidation under way</source>
            <translation>Ликвидация идёт</translation>
        </message>
        <message>
            <source>Lists every pull of every theme: when, from where, how many features were promised and came, what was added, changed and gone, the hash of what came, and whether it was complete, partial, failed or cancelled, and why.</source>
            <translation>Перечисляет все срезы всех тем: когда и откуда получены, сколько объектов обещано и пришло, сколько добавлено, изменено и исчезло, хеш полученного, полный ли срез, частичный, неудачный или отменённый, и почему.</translation>
        </message>
        <message>
            <source>Look at its values. Those that cannot be read are counted and named with their feature.</source>
            <translation>Проверьте его значения. Те, что не удалось прочитать, подсчитаны и указаны у своих объектов.</translation>
        </message>
        <message>
            <source>Look at the map before you rely on it.</source>
            <translation>Посмотрите на карту, прежде чем полагаться на неё.</translation>
        </message>
        <message>
            <source>Look at the preview again, and confirm just that.</source>
            <translation>Просмотрите ещё раз то, что будет отправлено, и подтвердите именно это.</translation>
        </message>
        <message>
            <source>Look at these features on the map, and tell the platform's operator.</source>
            <translation>Посмотрите эти объекты на карте и сообщите оператору платформы.</translation>
        </message>
        <message>
            <source>Look at what changed since the last pull before you rely on it.</source>
            <translation>Прежде чем полагаться на данные, посмотрите, что изменилось с прошлой загрузки.</translation>
        </message>
        <message>
            <source>MCI</source>
            <translation>МРП</translation>
        </message>
        <message>
            <source>MCI of the calendar years, tenge</source>
            <translation>МРП календарных лет, тенге</translation>
        </message>
        <message>
            <source>MCI of {year}, tenge</source>
            <translation>МРП {year} года, тенге</translation>
        </message>
        <message>
            <source>MCI, tenge</source>
            <translation>МРП, тенге</translation>
        </message>
        <message>
            <source>Makes the blocks (1′ × 1′) that an extent touches, as polygons with their codes, row by row from the north-west.

For a look at the grid you need not make it: the layer “Block grid” draws what the map shows.</source>
            <translation>Создаёт блоки (1′ × 1′), которых касается охват, в виде полигонов с кодами, ряд за рядом с северо-запада.

Чтобы просто увидеть сетку, создавать её не нужно: слой «Сетка блоков» рисует то, что видно на карте.</translation>
        </message>
        <message>
            <source>Makes the blocks that the polygons of a layer cover together, each block once, row by row from the north-west.

Wholly inside: no part of the block lies outside the polygons. More than half inside: by area. Touched: any part of the block lies inside; a common edge or corner does not count.

With a distance, what lies as near as that to the features counts as well. Lines and points need one, unless touched blocks are wanted: these are the blocks that they lie in.

Corners are taken into the coordinates of the block grid, and edges run straight between them there. Features without a geometry are left out and counted; invalid geometries are repaired and counted.</source>
            <translation>Создаёт блоки, которые полигоны слоя покрывают вместе, каждый блок один раз, ряд за рядом с северо-запада.

Целиком внутри: ни одна часть блока не лежит вне полигонов. Более чем наполовину: по площади. Затронутые: внутри лежит любая часть блока; общая сторона или угол не считаются.

Если указано расстояние, учитывается и всё, что лежит не дальше него от объектов. Для линий и точек оно необходимо, кроме случая затронутых блоков: это блоки, в которых они лежат.

Вершины пересчитываются в координаты сетки блоков, стороны между ними там прямые. Объекты без геометрии пропускаются и подсчитываются; неверные геометрии исправляются и подсчитываются.</translation>
        </message>
        <message>
            <source>Makes the frames of map sheets as polygons, from their numbers: M-43 (1:1 000 000), M-43-А (1:500 000), M-43-XXIV (1:200 000), M-43-77 (1:100 000), M-43-77-А (1:50 000), M-43-77-А-а (1:25 000). Several numbers are parted by commas, semicolons or line breaks.

Frames are given in the coordinates of the block grid. Sheets printed in Pulkovo 1942 lie up to 100 m away from them.</source>
            <translation>Создаёт рамки листов карт в виде полигонов по их номенклатуре: M-43 (1:1 000 000), M-43-А (1:500 000), M-43-XXIV (1:200 000), M-43-77 (1:100 000), M-43-77-А (1:50 000), M-43-77-А-а (1:25 000). Несколько номенклатур разделяются запятыми, точками с запятой или переводами строк.

Рамки даны в координатах сетки блоков. Листы, изданные в системе Пулково 1942, отстоят от них до 100 м.</translation>
        </message>
        <message>
            <source>Managers</source>
            <translation>Руководители</translation>
        </message>
        <message>
            <source>Mangystau region</source>
            <translation>Мангистауская область</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Карта</translation>
        </message>
        <message>
            <source>Mark as partial</source>
            <translation>Отметить как неполный</translation>
        </message>
        <message>
            <source>Mark as whole</source>
            <translation>Отметить как целый</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Среднее</translation>
        </message>
        <message>
            <source>Met&amp;hod</source>
            <translation>Ме&amp;тод</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Метод</translation>
        </message>
        <message>
            <source>Minerals</source>
            <translation>Полезные ископаемые</translation>
        </message>
        <message>
            <source>Minimum expenditure</source>
            <translation>Минимальные расходы</translation>
        </message>
        <message>
            <source>Minimum expenditure, MCI</source>
            <translation>Минимальные расходы, МРП</translation>
        </message>
        <message>
            <source>Missing: {part}</source>
            <translation>Отсутствует: {part}</translation>
        </message>
        <message>
            <source>Moment</source>
            <translation>Момент</translation>
        </message>
        <message>
            <source>Mongolia</source>
            <translation>Монголия</translation>
        </message>
        <message>
            <source>Mothballed</source>
            <translation>Законсервировано</translation>
        </message>
        <message>
            <source>N&amp;oted</source>
            <translation>&amp;Учтено</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Name the attribute that identifies a feature in the source profile, or tell the operator.</source>
            <translation>Укажите в профиле источника атрибут-идентификатор или сообщите оператору.</translation>
        </message>
        <message>
            <source>Neighbouring countries</source>
            <translation>Соседние страны</translation>
        </message>
        <message>
            <source>Network limits</source>
            <translation>Сетевые ограничения</translation>
        </message>
        <message>
            <source>Never pulled: {themes}</source>
            <translation>Ни разу не загружались: {themes}</translation>
        </message>
        <message>
            <source>New data came on {date}.</source>
            <translation>Новые данные получены {date}.</translation>
        </message>
        <message>
            <source>New workspace</source>
            <translation>Новый рабочий набор данных</translation>
        </message>
        <message>
            <source>Next &amp;year too</source>
            <translation>И на &amp;следующий год</translation>
        </message>
        <message>
            <source>No block is covered that way. Choose touched blocks, or give a distance.</source>
            <translation>Так не покрыт ни один блок. Выберите затронутые блоки или укажите расстояние.</translation>
        </message>
        <message>
            <source>No blocks chosen yet</source>
            <translation>Блоки ещё не выбраны</translation>
        </message>
        <message>
            <source>No drafts yet. Press New draft, then choose blocks on the map, from a layer, or paste their codes or corner coordinates.</source>
            <translation>Черновиков пока нет. Нажмите «Новый черновик», затем выберите блоки на карте, по слою или вставьте их коды либо координаты угловых точек.</translation>
        </message>
        <message>
            <source>No font on this computer has all Kazakh letters</source>
            <translation>Ни в одном шрифте на этом компьютере нет всех казахских букв</translation>
        </message>
        <message>
            <source>No numbers of map sheets: {count}</source>
            <translation>Не являются номенклатурой листа: {count}</translation>
        </message>
        <message>
            <source>No pull of this theme had succeeded by then.</source>
            <translation>К этому моменту ни одна загрузка этой темы не удалась.</translation>
        </message>
        <message>
            <source>No theme is ticked. Tick some in the menu of Sync.</source>
            <translation>Не отмечена ни одна тема. Отметьте нужные в меню кнопки «Синхронизация».</translation>
        </message>
        <message>
            <source>No works yet. Add those of the first year, with volume and cost; then repeat them in the next years.</source>
            <translation>Работ пока нет. Добавьте работы первого года с объёмом и стоимостью, затем повторите их в следующие годы.</translation>
        </message>
        <message>
            <source>None of the blocks would be granted: these are the plots as they were chosen.</source>
            <translation>Ни один из блоков не был бы предоставлен: это участки, как они выбраны.</translation>
        </message>
        <message>
            <source>None of the themes is known at both moments.</source>
            <translation>Ни одна из тем не известна на оба момента.</translation>
        </message>
        <message>
            <source>North Kazakhstan region</source>
            <translation>Северо-Казахстанская область</translation>
        </message>
        <message>
            <source>Not all came: {themes}</source>
            <translation>Получено не всё: {themes}</translation>
        </message>
        <message>
            <source>Not filled in yet: {what}. The papers say so in red.</source>
            <translation>Пока не заполнено: {what}. В документах это отмечено красным.</translation>
        </message>
        <message>
            <source>Not in the manifest: {part}</source>
            <translation>Нет в описи: {part}</translation>
        </message>
        <message>
            <source>Not known: a part of the texts could not be read (blocks: {blocks}; corners: {corners}). Correct it and run again.</source>
            <translation>Неизвестно: часть текстов не прочитана (блоков: {blocks}; угловых точек: {corners}). Исправьте и запустите снова.</translation>
        </message>
        <message>
            <source>Not offered by the source: {themes}.</source>
            <translation>Источник не предлагает: {themes}.</translation>
        </message>
        <message>
            <source>Not offered: {themes}</source>
            <translation>Не предлагает: {themes}</translation>
        </message>
        <message>
            <source>Not submitted</source>
            <translation>Не подано</translation>
        </message>
        <message>
            <source>Not understood and left out: {count}</source>
            <translation>Не понято и пропущено: {count}</translation>
        </message>
        <message>
            <source>Nothing has been sent yet. This is exactly what would be sent to {platform} ({address}), collection {collection}:</source>
            <translation>Пока ничего не отправлено. Вот что именно будет отправлено: {platform} ({address}), коллекция {collection}:</translation>
        </message>
        <message>
            <source>Nothing is removed now. Snapshots: {number}.</source>
            <translation>Сейчас ничего не удаляется. Срезов: {number}.</translation>
        </message>
        <message>
            <source>Nothing is selected in the active layer. Select features first.</source>
            <translation>В активном слое ничего не выделено. Сначала выделите объекты.</translation>
        </message>
        <message>
            <source>Nothing need be done.</source>
            <translation>Ничего делать не нужно.</translation>
        </message>
        <message>
            <source>Nothing needs to be done as long as pulls are complete.</source>
            <translation>Ничего делать не нужно, пока загрузки полные.</translation>
        </message>
        <message>
            <source>Nothing needs to be done. A smaller page size in the source profile says the same.</source>
            <translation>Ничего делать не нужно. То же задаёт меньший размер страницы в профиле источника.</translation>
        </message>
        <message>
            <source>Nothing needs to be done: all features are there.</source>
            <translation>Делать ничего не нужно: все объекты получены.</translation>
        </message>
        <message>
            <source>Nothing needs to be done: no larger pages are asked for.</source>
            <translation>Ничего делать не нужно: страницы большего размера не запрашиваются.</translation>
        </message>
        <message>
            <source>Nothing needs to be done: the data is asked for in longitude and latitude.</source>
            <translation>Ничего делать не нужно: данные запрашиваются в долготе и широте.</translation>
        </message>
        <message>
            <source>Nothing pulled yet. Press Sync.</source>
            <translation>Данных пока нет. Нажмите «Синхронизация».</translation>
        </message>
        <message>
            <source>Nothing to choose blocks by yet.</source>
            <translation>Пока нет ничего, по чему можно выбрать блоки.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Ничего не изменено.</translation>
        </message>
        <message>
            <source>Nothing was looked up there</source>
            <translation>Там данные не запрашивались</translation>
        </message>
        <message>
            <source>Nothing was made from this input.</source>
            <translation>По этим данным ничего не создано.</translation>
        </message>
        <message>
            <source>Nothing was made.</source>
            <translation>Ничего не создано.</translation>
        </message>
        <message>
            <source>Nothing was pasted: line {line}, “{text}”, is no MCI. Copy one column of amounts, or years and amounts.</source>
            <translation>Ничего не вставлено: строка {line}, «{text}», не МРП. Скопируйте один столбец сумм или годы и суммы.</translation>
        </message>
        <message>
            <source>Nothing was pasted: no MCI for these years was copied.</source>
            <translation>Ничего не вставлено: МРП этих лет не скопированы.</translation>
        </message>
        <message>
            <source>Nothing was pulled into this workspace yet. Choose a source.</source>
            <translation>В этот рабочий набор данных ещё ничего не получено. Выберите источник.</translation>
        </message>
        <message>
            <source>Nothing was sent yet that the platform could be asked about.</source>
            <translation>Ещё ничего не отправлено, спрашивать платформу не о чем.</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>Ничего не отправлено.</translation>
        </message>
        <message>
            <source>Nothing was sent. Submit shows exactly what would be sent, and asks before it sends.</source>
            <translation>Ничего не отправлено. Кнопка «Подать» показывает, что именно будет отправлено, и спрашивает перед отправкой.</translation>
        </message>
        <message>
            <source>Nothing was sent. To {address}, collection {collection}, would go:</source>
            <translation>Ничего не отправлено. На {address}, в коллекцию {collection}, было бы отправлено:</translation>
        </message>
        <message>
            <source>Nothing was sent. You will be asked again before anything is.</source>
            <translation>Ничего не отправлено. Перед отправкой у вас снова спросят подтверждение.</translation>
        </message>
        <message>
            <source>Nothing was written.</source>
            <translation>Ничего не записано.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Номер</translation>
        </message>
        <message>
            <source>Number of blocks</source>
            <translation>Число блоков</translation>
        </message>
        <message>
            <source>Number of corners</source>
            <translation>Число угловых точек</translation>
        </message>
        <message>
            <source>Number of differences</source>
            <translation>Число расхождений</translation>
        </message>
        <message>
            <source>Number of parts</source>
            <translation>Число частей</translation>
        </message>
        <message>
            <source>Number of sheets</source>
            <translation>Число листов</translation>
        </message>
        <message>
            <source>Number of snapshots</source>
            <translation>Число срезов</translation>
        </message>
        <message>
            <source>Number of the receipt</source>
            <translation>Номер расписки</translation>
        </message>
        <message>
            <source>Numbers of map sheets</source>
            <translation>Номенклатуры листов карт</translation>
        </message>
        <message>
            <source>O&amp;n the map</source>
            <translation>&amp;На карте</translation>
        </message>
        <message>
            <source>Occurrence</source>
            <translation>Рудопроявление</translation>
        </message>
        <message>
            <source>Of none of the themes anything is known as of then.</source>
            <translation>На этот момент ни об одной из тем ничего не известно.</translation>
        </message>
        <message>
            <source>Of this theme nothing is known as of then.</source>
            <translation>Об этой теме на тот момент ничего не известно.</translation>
        </message>
        <message>
            <source>Once at issue, besides: signature bonus {bonus}.</source>
            <translation>Кроме того, единовременно при выдаче: подписной бонус {bonus}.</translation>
        </message>
        <message>
            <source>One connected plot of {blocks} blocks instead: signature bonus {bonus} MCI, minimum expenditure {expenditure} MCI, land rent {rent} MCI, security {security} MCI.</source>
            <translation>Один связный участок вместо них (блоков: {blocks}): подписной бонус {bonus} МРП, минимальные расходы {expenditure} МРП, плата за участки {rent} МРП, обеспечение {security} МРП.</translation>
        </message>
        <message>
            <source>One licence; blocks: {blocks}</source>
            <translation>Одна лицензия; блоков: {blocks}</translation>
        </message>
        <message>
            <source>Only in the first: {count}</source>
            <translation>Только в первом: {count}</translation>
        </message>
        <message>
            <source>Only in the second: {count}</source>
            <translation>Только во втором: {count}</translation>
        </message>
        <message>
            <source>Only the &amp;selected features: {count}</source>
            <translation>Только &amp;выделенные объекты: {count}</translation>
        </message>
        <message>
            <source>Only this source</source>
            <translation>Только этот источник</translation>
        </message>
        <message>
            <source>Open &amp;log</source>
            <translation>Открыть &amp;журнал</translation>
        </message>
        <message>
            <source>Open Details to see why, or ask whoever installed QGIS.</source>
            <translation>Причина указана в подробностях; или обратитесь к тому, кто устанавливал QGIS.</translation>
        </message>
        <message>
            <source>Open a draft first.</source>
            <translation>Сначала откройте черновик.</translation>
        </message>
        <message>
            <source>Open a workspace</source>
            <translation>Открыть рабочий набор данных</translation>
        </message>
        <message>
            <source>Open the address in a browser: often a sign-in page of the network or a notice of maintenance stands there.</source>
            <translation>Откройте адрес в браузере: часто там страница входа в сеть или объявление о технических работах.</translation>
        </message>
        <message>
            <source>Open the attribute &amp;table</source>
            <translation>Открыть &amp;таблицу атрибутов</translation>
        </message>
        <message>
            <source>Open the log, panel Kaznedra, and send what stands there to the plugin's tracker.</source>
            <translation>Откройте журнал, вкладку Kaznedra, и отправьте написанное там в трекер модуля.</translation>
        </message>
        <message>
            <source>Open the page Applications anew; another window may have deleted it.</source>
            <translation>Откройте страницу «Заявления» заново: черновик мог быть удалён в другом окне.</translation>
        </message>
        <message>
            <source>Open the source and choose its authentication again. Check the master password, and that this QGIS knows the authentication method.</source>
            <translation>Откройте источник и выберите аутентификацию заново. Проверьте мастер-пароль и то, что этот QGIS знает такой способ аутентификации.</translation>
        </message>
        <message>
            <source>Open the source, choose an authentication configuration with valid credentials, and test the connection.</source>
            <translation>Откройте источник, выберите аутентификацию с действительными учётными данными и проверьте соединение.</translation>
        </message>
        <message>
            <source>Opens a copy of the draft, with a key of its own</source>
            <translation>Открывает копию черновика, у которой свой ключ</translation>
        </message>
        <message>
            <source>Other plots, or one of them with fewer blocks or more:</source>
            <translation>Другие участки или один из них с иным числом блоков:</translation>
        </message>
        <message>
            <source>Other ways to choose blocks</source>
            <translation>Другие способы выбрать блоки</translation>
        </message>
        <message>
            <source>Other workspace</source>
            <translation>Другой рабочий набор данных</translation>
        </message>
        <message>
            <source>Other: not in the data description</source>
            <translation>Прочее: нет в описании данных</translation>
        </message>
        <message>
            <source>Otherwise than when it was checked on {when}:</source>
            <translation>Иначе, чем при проверке {when}:</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Контур</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Владелец</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>Пакет</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Документы</translation>
        </message>
        <message>
            <source>Paste block codes, such as M-44-77-(10е-5а-11,12), or the corner coordinates of plots: degrees, minutes and seconds in any usual form, or metres of Gauss-Kruger with their zone.</source>
            <translation>Вставьте коды блоков, например M-44-77-(10е-5а-11,12), или координаты угловых точек участков: градусы, минуты и секунды в любом обычном виде либо метры Гаусса — Крюгера с номером зоны.</translation>
        </message>
        <message>
            <source>Paste the codes of a plot and the coordinates of its corners.</source>
            <translation>Вставьте коды участка и координаты его угловых точек.</translation>
        </message>
        <message>
            <source>Pasted for {years}.</source>
            <translation>Вставлено: {years}.</translation>
        </message>
        <message>
            <source>Pavlodar region</source>
            <translation>Павлодарская область</translation>
        </message>
        <message>
            <source>Pending applications</source>
            <translation>Заявления на рассмотрении</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Лицо</translation>
        </message>
        <message>
            <source>Pieces that could not be read</source>
            <translation>Непрочитанные места</translation>
        </message>
        <message>
            <source>Pieces that could not be read: {count}</source>
            <translation>Не прочитано мест: {count}</translation>
        </message>
        <message>
            <source>Plan of works</source>
            <translation>План работ</translation>
        </message>
        <message>
            <source>Planned cost against minimum expenditure:</source>
            <translation>Плановая стоимость и минимальные расходы:</translation>
        </message>
        <message>
            <source>Planned cost against the minimum expenditure of {count} licences together. Each must spend its own: how the works are divided between the plots is not checked.</source>
            <translation>Стоимость по плану против минимальных расходов всех лицензий вместе ({count}). По каждой нужны свои: как работы делятся между участками, не проверяется.</translation>
        </message>
        <message>
            <source>Platform's answer</source>
            <translation>Ответ платформы</translation>
        </message>
        <message>
            <source>Plots</source>
            <translation>Участков</translation>
        </message>
        <message>
            <source>Polygons, lines or points</source>
            <translation>Полигоны, линии или точки</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>Должность</translation>
        </message>
        <message>
            <source>Power of attorney</source>
            <translation>Доверенность</translation>
        </message>
        <message>
            <source>Precious metals</source>
            <translation>Благородные металлы</translation>
        </message>
        <message>
            <source>Press Install, or run this in a terminal: {command}</source>
            <translation>Нажмите «Установить» или выполните в терминале: {command}</translation>
        </message>
        <message>
            <source>Press Sync to pull it.</source>
            <translation>Нажмите «Синхронизация», чтобы получить её.</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Проблем</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>Добыча</translation>
        </message>
        <message>
            <source>Production licence</source>
            <translation>Лицензия на добычу</translation>
        </message>
        <message>
            <source>Production since</source>
            <translation>Добыча с года</translation>
        </message>
        <message>
            <source>Prospecting</source>
            <translation>Поиски</translation>
        </message>
        <message>
            <source>Protected natural area</source>
            <translation>Особо охраняемая природная территория</translation>
        </message>
        <message>
            <source>Proxy, certificates and sign-ins are those of QGIS: pages Network and Authentication.</source>
            <translation>Прокси, сертификаты и вход берутся из QGIS: страницы «Сеть» и «Аутентификация».</translation>
        </message>
        <message>
            <source>Prune a workspace's history</source>
            <translation>Сокращение истории рабочего набора данных</translation>
        </message>
        <message>
            <source>Pull again and &amp;accept what the source changed</source>
            <translation>Загрузить ещё раз и &amp;принять изменения источника</translation>
        </message>
        <message>
            <source>Pull everything</source>
            <translation>Загрузить всё</translation>
        </message>
        <message>
            <source>Pull the ticked themes from the source into the workspace</source>
            <translation>Получить отмеченные темы из источника в рабочий набор данных</translation>
        </message>
        <message>
            <source>Pulls</source>
            <translation>Загрузки</translation>
        </message>
        <message>
            <source>Pulls after it that did not succeed by then: {number}.</source>
            <translation>Неудавшихся загрузок после неё к тому моменту: {number}.</translation>
        </message>
        <message>
            <source>Pulls licences, applications, deposits and the other themes from a source into a workspace. Every theme becomes a dated, counted snapshot; features that changed get a new version and the old one is kept. A theme that fails keeps its last good state.

Source: the name of one of your sources, the name or file of a source profile, the address of a platform, or a GeoPackage.
Workspace: a GeoPackage; it is made where there is none.
Themes: all that the profile has, where none is chosen.
Pull everything: also what has not changed. Otherwise, where the source tells what has changed since the last pull, that alone is fetched.
Accept: take what the source changed, although most features are gone, all have other identifiers or an attribute that matters is lost. Without it such a pull fails and the last good state stays.</source>
            <translation>Загружает лицензии, заявления, месторождения и прочие темы из источника в рабочий набор данных. Каждая тема становится снимком с датой и количеством; у изменившихся объектов появляется новая версия, прежняя сохраняется. Тема, загрузка которой не удалась, остаётся в последнем исправном состоянии.

Источник: имя одного из ваших источников, имя или файл профиля источника, адрес платформы либо GeoPackage.
Рабочий набор данных: файл GeoPackage; если его нет, он будет создан.
Темы: если ни одна не выбрана, то все, что есть в профиле.
Загрузить всё: также то, что не изменилось. Иначе, если источник сообщает, что изменилось с прошлой загрузки, загружается только это.
Принять: взять то, что изменил источник, даже если большинство объектов исчезло, у всех другие идентификаторы или потерян важный атрибут. Иначе такая загрузка не выполняется и остаётся последнее исправное состояние.</translation>
        </message>
        <message>
            <source>Pulls that are kept: {number}</source>
            <translation>Хранится загрузок: {number}</translation>
        </message>
        <message>
            <source>Put the grid file named here into a folder that PROJ reads, or choose another transformation of SK-42 in QGIS's options, page Kaznedra.</source>
            <translation>Положите названный здесь файл сетки в папку, которую читает PROJ, или выберите другое преобразование СК-42 в параметрах QGIS, страница Kaznedra.</translation>
        </message>
        <message>
            <source>Puts the plugin's own templates into the folder, for you to change; yours are left as they are</source>
            <translation>Кладёт шаблоны модуля в папку, чтобы вы могли их изменить; ваши остаются как есть</translation>
        </message>
        <message>
            <source>Python libraries that Kaznedra stands on are missing: {names}.</source>
            <translation>Не хватает библиотек Python, нужных Kaznedra: {names}.</translation>
        </message>
        <message>
            <source>QGIS was too busy to draw the map sheets</source>
            <translation>QGIS был слишком занят и не нарисовал листы карты</translation>
        </message>
        <message>
            <source>Raise the page size limit in Settings, Options, Kaznedra, or let the profile ask for smaller pages.</source>
            <translation>Поднимите предел ответа в «Настройки, Параметры, Kaznedra» или задайте в профиле страницы поменьше.</translation>
        </message>
        <message>
            <source>Rare metals and rare earths</source>
            <translation>Редкие и редкоземельные металлы</translation>
        </message>
        <message>
            <source>Reading what would be removed…</source>
            <translation>Чтение того, что будет удалено…</translation>
        </message>
        <message>
            <source>Reads block codes and makes the blocks as polygons, each once, in the order of the text.

The text may be copied out of a licence or an application: M-44-77-(10е-5а-11), Cyrillic or Latin letters, any dashes, lists and ranges such as (10е-5а-6-10,12), groups of several sheets, and marks of partial blocks such as (частично).

Nothing is guessed: where a piece cannot be read, no block is made, and every such piece is named with its place, the reason and what it may have meant.</source>
            <translation>Читает коды блоков и создаёт блоки в виде полигонов, каждый один раз, в порядке текста.

Текст можно скопировать из лицензии или заявления: M-44-77-(10е-5а-11), буквы кириллические или латинские, любые тире, перечни и диапазоны вида (10е-5а-6-10,12), группы по нескольким листам, пометки неполных блоков вида (частично).

Ничего не угадывается: если хотя бы часть текста не прочитана, не создаётся ни один блок, а каждая такая часть называется с её местом, причиной и возможными значениями.</translation>
        </message>
        <message>
            <source>Reads the corners of plots and makes the blocks that these enclose.

The text may be copied out of a licence, a PDF or a spreadsheet: degrees, minutes and seconds in any usual form, in Cyrillic or Latin letters, or metres of Gauss-Kruger with their zone. A plot ends where its first corner comes again, or at a blank line or a heading.

Datum: as the text names it; degrees without one are taken to be WGS 84, of metres it has to be chosen. The transformation is the most accurate that PROJ has, or the one set in QGIS's options; it is named. Nothing is guessed: where a row cannot be read, no block is made.</source>
            <translation>Читает угловые точки участков и создаёт блоки внутри них.

Текст можно скопировать из лицензии, PDF или таблицы: градусы, минуты и секунды в любом обычном виде, кириллицей или латиницей, либо метры Гаусса — Крюгера с номером зоны. Участок кончается там, где повторяется его первая точка, или на пустой строке либо заголовке.

Система координат: как названа в тексте; градусы без неё считаются WGS 84, для метров её нужно выбрать. Преобразование – самое точное из имеющихся у PROJ или заданное в параметрах QGIS; оно называется. Ничего не угадывается: если строку нельзя прочитать, блоки не создаются.</translation>
        </message>
        <message>
            <source>Receipt:</source>
            <translation>Расписка:</translation>
        </message>
        <message>
            <source>Received:</source>
            <translation>Принято:</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Запись в реестре</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Отказано</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Область</translation>
        </message>
        <message>
            <source>Regions (outlines from before 2022)</source>
            <translation>Области (в границах до 2022 года)</translation>
        </message>
        <message>
            <source>Relinquished</source>
            <translation>Участок возвращён</translation>
        </message>
        <message>
            <source>Relinquishment at the extension</source>
            <translation>Возврат части участка при продлении</translation>
        </message>
        <message>
            <source>Remark:</source>
            <translation>Примечание:</translation>
        </message>
        <message>
            <source>Remove a block</source>
            <translation>Убрать блок</translation>
        </message>
        <message>
            <source>Remove blocks</source>
            <translation>Убрать блоки</translation>
        </message>
        <message>
            <source>Remove the applicant</source>
            <translation>Удалить заявителя</translation>
        </message>
        <message>
            <source>Remove the applicant's profile</source>
            <translation>Удалить профиль заявителя</translation>
        </message>
        <message>
            <source>Remove the profile of {name} from this computer? Drafts for this applicant then have none.</source>
            <translation>Удалить профиль «{name}» с этого компьютера? Черновики этого заявителя останутся без заявителя.</translation>
        </message>
        <message>
            <source>Remove the selected files from the list</source>
            <translation>Убрать выбранные файлы из списка</translation>
        </message>
        <message>
            <source>Remove the selected persons</source>
            <translation>Удалить выбранных лиц</translation>
        </message>
        <message>
            <source>Remove the selected works</source>
            <translation>Удалить выбранные работы</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Удалено</translation>
        </message>
        <message>
            <source>Removes old snapshots and the versions of features that only they showed, and makes the file smaller. This cannot be undone.

Keep the last days, or keep the last pulls of every theme of every source: one of the two. Where neither is given, what was chosen for this workspace in the dock holds, which at first is to keep everything.

The last good state of every theme always stays, and so does every snapshot that a draft or report cites, with all that the map showed then. A moment whose snapshots were removed is unknown afterwards.

Dry run: nothing is removed; the report tells what would be.</source>
            <translation>Удаляет старые срезы и версии объектов, которые были видны только в них, и уменьшает файл. Отменить это нельзя.

Хранить последние дни или последние загрузки каждой темы каждого источника: что-то одно. Если не задано ни то ни другое, действует выбор, сделанный для этого рабочего набора данных на панели; вначале это хранить всё.

Последнее полное состояние каждой темы остаётся всегда; остаётся и каждый срез, на который ссылается черновик или отчёт, вместе со всем, что карта показывала тогда. Момент, срезы которого удалены, после этого неизвестен.

Пробный запуск: ничего не удаляется; отчёт говорит, что было бы удалено.</translation>
        </message>
        <message>
            <source>Rent</source>
            <translation>Плата</translation>
        </message>
        <message>
            <source>Reopens the pack that an export wrote, application.zip, and compares every part with the manifest: none may be missing, changed, damaged or added. Whoever changes a part and the manifest with it is not found out: that is what a signature is for.</source>
            <translation>Открывает записанный при экспорте пакет application.zip и сравнивает каждую часть с описью: ни одна не должна отсутствовать, быть изменённой, повреждённой или добавленной. Того, кто изменит часть вместе с описью, так не обнаружить: для этого есть подпись.</translation>
        </message>
        <message>
            <source>Replace the blocks</source>
            <translation>Заменить блоки</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Отчёт</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Представитель</translation>
        </message>
        <message>
            <source>Requests at once</source>
            <translation>Запросов одновременно</translation>
        </message>
        <message>
            <source>Reserves</source>
            <translation>Запасы</translation>
        </message>
        <message>
            <source>Residence</source>
            <translation>Место жительства</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Restore &amp;defaults</source>
            <translation>&amp;Вернуть исходные значения</translation>
        </message>
        <message>
            <source>Restricted areas</source>
            <translation>Территории с ограничениями</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Результат</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>Отозвана</translation>
        </message>
        <message>
            <source>Roads, railways, power lines, pipelines</source>
            <translation>Дороги, железные дороги, ЛЭП, трубопроводы</translation>
        </message>
        <message>
            <source>Rule pack: {pack}</source>
            <translation>Пакет правил: {pack}</translation>
        </message>
        <message>
            <source>Rules that say: {state}</source>
            <translation>Правила с ответом «{state}»</translation>
        </message>
        <message>
            <source>Run this in a terminal, then start QGIS again: {command}</source>
            <translation>Выполните в терминале и перезапустите QGIS: {command}</translation>
        </message>
        <message>
            <source>Russia</source>
            <translation>Россия</translation>
        </message>
        <message>
            <source>Russian</source>
            <translation>русский</translation>
        </message>
        <message>
            <source>S&amp;ubmit…</source>
            <translation>&amp;Подать…</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Место нахождения</translation>
        </message>
        <message>
            <source>Section, 10′</source>
            <translation>Секция, 10′</translation>
        </message>
        <message>
            <source>Sent for review</source>
            <translation>Отправлено на рассмотрение</translation>
        </message>
        <message>
            <source>Separate plots</source>
            <translation>Отдельные участки</translation>
        </message>
        <message>
            <source>Set the coordinate system that they are in, or give them as longitude and latitude in degrees.</source>
            <translation>Задайте их систему координат или укажите долготу и широту в градусах.</translation>
        </message>
        <message>
            <source>Settlement</source>
            <translation>Населённый пункт</translation>
        </message>
        <message>
            <source>Share, country</source>
            <translation>Доля, страна</translation>
        </message>
        <message>
            <source>Sheet of 1:100 000</source>
            <translation>Лист 1:100 000</translation>
        </message>
        <message>
            <source>Show &amp;log</source>
            <translation>Показать &amp;журнал</translation>
        </message>
        <message>
            <source>Show on the map how blocks stand</source>
            <translation>Показывать на карте состояние блоков</translation>
        </message>
        <message>
            <source>Show the &amp;map then</source>
            <translation>&amp;Карта на тот момент</translation>
        </message>
        <message>
            <source>Show the map as it is now</source>
            <translation>Показать карту на сегодня</translation>
        </message>
        <message>
            <source>Show the map as of an earlier pull</source>
            <translation>Показать карту на момент более ранней загрузки</translation>
        </message>
        <message>
            <source>Show the map as of the end of a day</source>
            <translation>Показать карту на конец дня</translation>
        </message>
        <message>
            <source>Show the workspace's &amp;folder</source>
            <translation>Показать п&amp;апку рабочего набора</translation>
        </message>
        <message>
            <source>Show where &amp;codes and geometry disagree</source>
            <translation>Показать, где &amp;коды и геометрия расходятся</translation>
        </message>
        <message>
            <source>Shows exactly what would be sent, and asks before it sends</source>
            <translation>Показывает в точности, что будет отправлено, и спрашивает перед отправкой</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>Вход</translation>
        </message>
        <message>
            <source>Signature bonus</source>
            <translation>Подписной бонус</translation>
        </message>
        <message>
            <source>Signature bonus, MCI</source>
            <translation>Подписной бонус, МРП</translation>
        </message>
        <message>
            <source>Signature bonus, liquidation security, and minimum expenditure and land rent of each year of an exploration licence for solid minerals, in monthly calculation indices (MCI) and tenge, by the rule pack that the report names. Partial blocks count as whole ones.

An MCI that is not known yet is not guessed: amounts that need it have no tenge (null in the report). Give your own MCI of such years if you wish.

Cliffs: what one block fewer or one more would change over all years.

A year is a year of the licence from the day of issue. Minimum expenditure is in the MCI of 1 January of the calendar year in which it begins; rent is counted by months, each in the MCI of its calendar year. Where an extension must give blocks up, its years are of the blocks that may stay.</source>
            <translation>Подписной бонус, обеспечение ликвидации, минимальные расходы и плата за пользование земельными участками по каждому году лицензии на разведку твёрдых полезных ископаемых — в месячных расчётных показателях (МРП) и тенге, по пакету правил, который назван в отчёте. Неполные блоки считаются полными.

Ещё не известный МРП не угадывается: суммы, которым он нужен, остаются без тенге (null в отчёте). При желании задайте для таких лет свой МРП.

Ступени: что изменил бы один блок меньше или больше за все годы.

Год — это год лицензии со дня выдачи. Минимальные расходы считаются по МРП на 1 января календарного года, в котором он начинается; плата — по месяцам, каждый по МРП своего календарного года. Если при продлении часть блоков подлежит возврату, его годы считаются по блокам, которые могут остаться.</translation>
        </message>
        <message>
            <source>Signed by the applicant, Kazakh and Russian</source>
            <translation>Подписано заявителем, каз. и рус.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Размер</translation>
        </message>
        <message>
            <source>Size unknown</source>
            <translation>Размер неизвестен</translation>
        </message>
        <message>
            <source>Size: unique to small or unknown</source>
            <translation>Размер: от уникального до мелкого</translation>
        </message>
        <message>
            <source>Slag</source>
            <translation>Шлакоотвал</translation>
        </message>
        <message>
            <source>Sludge</source>
            <translation>Шламонакопитель</translation>
        </message>
        <message>
            <source>Small</source>
            <translation>Мелкое</translation>
        </message>
        <message>
            <source>Snapshot</source>
            <translation>Срез данных</translation>
        </message>
        <message>
            <source>Snapshots</source>
            <translation>Срезы данных</translation>
        </message>
        <message>
            <source>Snapshots of a workspace</source>
            <translation>Срезы рабочего набора данных</translation>
        </message>
        <message>
            <source>Snapshots removed</source>
            <translation>Удалено срезов</translation>
        </message>
        <message>
            <source>Snapshots removed: {goes}; kept: {stays}</source>
            <translation>Удалено срезов: {goes}; сохранено: {stays}</translation>
        </message>
        <message>
            <source>Snapshots that would be removed: {goes}; kept: {stays}</source>
            <translation>Было бы удалено срезов: {goes}; сохранено: {stays}</translation>
        </message>
        <message>
            <source>Snapshots to be removed: {goes}; kept: {stays}. Old versions of features to be removed: {versions} ({size}). This cannot be undone: the map can then no longer show those moments.</source>
            <translation>Будет удалено срезов: {goes}; останется: {stays}. Будет удалено старых версий объектов: {versions} ({size}). Отменить это нельзя: карта больше не сможет показать эти моменты.</translation>
        </message>
        <message>
            <source>Some block codes could not be read</source>
            <translation>Некоторые коды блоков не прочитаны</translation>
        </message>
        <message>
            <source>Some features came twice, so that others may be missing</source>
            <translation>Некоторые объекты пришли дважды, других может не хватать</translation>
        </message>
        <message>
            <source>Some features lie outside the area that the source declares</source>
            <translation>Некоторые объекты лежат за пределами территории, заявленной источником</translation>
        </message>
        <message>
            <source>Some values of the source are not of their type and are left out.</source>
            <translation>Некоторые значения источника не соответствуют своему типу и опущены.</translation>
        </message>
        <message>
            <source>Something happened that Kaznedra did not foresee</source>
            <translation>Произошло то, чего Kaznedra не предусматривает</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Источник</translation>
        </message>
        <message>
            <source>Source of the data</source>
            <translation>Источник данных</translation>
        </message>
        <message>
            <source>Source profile</source>
            <translation>Профиль источника</translation>
        </message>
        <message>
            <source>Source, workspace and settings</source>
            <translation>Источник, рабочий набор данных и настройки</translation>
        </message>
        <message>
            <source>Source: name, profile or address</source>
            <translation>Источник: название, профиль или адрес</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>Stage unknown</source>
            <translation>Стадия неизвестна</translation>
        </message>
        <message>
            <source>Stale: {themes}</source>
            <translation>Устарели: {themes}</translation>
        </message>
        <message>
            <source>Standing</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>Start again whenever you like.</source>
            <translation>Начните снова, когда захотите.</translation>
        </message>
        <message>
            <source>Started on</source>
            <translation>Начало</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>State geological study</source>
            <translation>Государственное геологическое изучение</translation>
        </message>
        <message>
            <source>State programme areas</source>
            <translation>Программа госфонда недр</translation>
        </message>
        <message>
            <source>State registration</source>
            <translation>Государственная регистрация</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Статус</translation>
        </message>
        <message>
            <source>Status at the platform</source>
            <translation>Статус на платформе</translation>
        </message>
        <message>
            <source>Status:</source>
            <translation>Статус:</translation>
        </message>
        <message>
            <source>Still needed for an application: {members}.</source>
            <translation>Для заявления ещё нужно: {members}.</translation>
        </message>
        <message>
            <source>Stop the &amp;test</source>
            <translation>Остановить &amp;проверку</translation>
        </message>
        <message>
            <source>Submission</source>
            <translation>Подача</translation>
        </message>
        <message>
            <source>Submit an application</source>
            <translation>Подать заявление</translation>
        </message>
        <message>
            <source>Submit the application</source>
            <translation>Подача заявления</translation>
        </message>
        <message>
            <source>Subsection, 5′</source>
            <translation>Подсекция, 5′</translation>
        </message>
        <message>
            <source>Sum so far</source>
            <translation>Нарастающим итогом</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>Приостановлена</translation>
        </message>
        <message>
            <source>Switch on the plugin Processing to compare pulls.</source>
            <translation>Чтобы сравнивать загрузки, включите модуль Processing.</translation>
        </message>
        <message>
            <source>Sync a workspace</source>
            <translation>Синхронизировать рабочий набор данных</translation>
        </message>
        <message>
            <source>Sync once more to be sure of the newest state.</source>
            <translation>Синхронизируйте ещё раз, чтобы быть уверенным в последнем состоянии.</translation>
        </message>
        <message>
            <source>Sync once more where a change of the last hours matters.</source>
            <translation>Синхронизируйте ещё раз, если важны изменения последних часов.</translation>
        </message>
        <message>
            <source>Tailings</source>
            <translation>Хвостохранилище</translation>
        </message>
        <message>
            <source>Tajikistan</source>
            <translation>Таджикистан</translation>
        </message>
        <message>
            <source>Take all back</source>
            <translation>Убрать все</translation>
        </message>
        <message>
            <source>Take amounts copied from a spreadsheet, a line a year from the first year that the rule pack does not know, or with the years beside them. Ctrl+V in a field begins with its year.</source>
            <translation>Взять суммы, скопированные из таблицы: по строке на год, начиная с первого года, которого нет в пакете правил, или с годами рядом. Ctrl+V в поле начинает с его года.</translation>
        </message>
        <message>
            <source>Take the blocks that would not be granted out of the draft, and ask for those as partial of which a part would be granted; it can be undone</source>
            <translation>Убрать из черновика блоки, которые не будут выданы, и запросить как неполные те, что будут выданы частично; это можно отменить</translation>
        </message>
        <message>
            <source>Take the draft out of the &amp;archive</source>
            <translation>Вернуть черновик из &amp;архива</translation>
        </message>
        <message>
            <source>Take the sign-in out of the address and choose it below: addresses are not secret.</source>
            <translation>Уберите имя и пароль из адреса и выберите вход ниже: адреса не секретны.</translation>
        </message>
        <message>
            <source>Take your own MCI back</source>
            <translation>Убрать свой МРП</translation>
        </message>
        <message>
            <source>Technogenic formations</source>
            <translation>Техногенные образования</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Телефон</translation>
        </message>
        <message>
            <source>Tell the platform's operator, or use another source for this theme.</source>
            <translation>Сообщите оператору платформы или возьмите эту тему из другого источника.</translation>
        </message>
        <message>
            <source>Tell the platform's operator. If the other server is the right one, enter its address in the source.</source>
            <translation>Сообщите оператору платформы. Если верен другой сервер, укажите его адрес в источнике.</translation>
        </message>
        <message>
            <source>Tell the platform's operator. What was pulled before stays in use until the source is right again.</source>
            <translation>Сообщите оператору платформы. Пока источник не исправлен, используются полученные раньше данные.</translation>
        </message>
        <message>
            <source>Tell the platform's operator: its paging does not work, so nobody can get all of its data.</source>
            <translation>Сообщите оператору платформы: постраничная выдача не работает, и все данные получить никто не может.</translation>
        </message>
        <message>
            <source>Templates put there: {count}</source>
            <translation>Положено шаблонов: {count}</translation>
        </message>
        <message>
            <source>Term has passed, still listed as in force</source>
            <translation>Срок прошёл, но числится действующей</translation>
        </message>
        <message>
            <source>Terminated</source>
            <translation>Прекращена</translation>
        </message>
        <message>
            <source>Test the connection. If it lasts, tell the platform's operator what stands under Details.</source>
            <translation>Проверьте соединение. Если не пройдёт, сообщите оператору платформы то, что написано в подробностях.</translation>
        </message>
        <message>
            <source>That is {count} blocks, and one run makes no more than {most}.</source>
            <translation>Это {count} блоков, а за один запуск создаётся не более {most}.</translation>
        </message>
        <message>
            <source>That is {count} blocks; one step takes no more than {most}.</source>
            <translation>Это {count} блоков; за один шаг можно взять не более {most}.</translation>
        </message>
        <message>
            <source>The MCI of these years is not known, and amounts that need it have no tenge: {years}.</source>
            <translation>МРП этих лет не известен, и суммы, которым он нужен, не выражены в тенге: {years}.</translation>
        </message>
        <message>
            <source>The answer broke off before its end</source>
            <translation>Ответ оборвался раньше конца</translation>
        </message>
        <message>
            <source>The applicant cannot be read</source>
            <translation>Заявителя не удалось прочитать</translation>
        </message>
        <message>
            <source>The applicant is refused until {date}, art. {article}</source>
            <translation>Заявителю отказ до {date}, ст. {article}</translation>
        </message>
        <message>
            <source>The applicant is the national company for uranium</source>
            <translation>Заявитель — национальная компания по урану</translation>
        </message>
        <message>
            <source>The applicant's profile is kept on another computer; choose one that is kept here.</source>
            <translation>Профиль заявителя хранится на другом компьютере; выберите тот, что хранится здесь.</translation>
        </message>
        <message>
            <source>The application as ODT and PDF, map sheets, corner catalogue, data files and one pack of them all</source>
            <translation>Заявление в ODT и PDF, листы карты, каталог углов, файлы данных и общий пакет</translation>
        </message>
        <message>
            <source>The application lacks what cannot be left out</source>
            <translation>В заявлении нет того, без чего его нельзя подать</translation>
        </message>
        <message>
            <source>The application was sent already, and it is not yet known whether it arrived</source>
            <translation>Заявление уже отправлено, и пока неизвестно, дошло ли оно</translation>
        </message>
        <message>
            <source>The chosen sign-in could not be used, so nothing was sent</source>
            <translation>Выбранный вход использовать не удалось, поэтому ничего не отправлено</translation>
        </message>
        <message>
            <source>The data of the source changed while it was being pulled</source>
            <translation>Данные источника изменились во время получения</translation>
        </message>
        <message>
            <source>The data on this computer is as it was before.</source>
            <translation>Данные на этом компьютере прежние.</translation>
        </message>
        <message>
            <source>The demo data is not in this copy of the plugin.</source>
            <translation>В этой копии модуля нет демонстрационных данных.</translation>
        </message>
        <message>
            <source>The draft was sent already. To file another application, duplicate it.</source>
            <translation>Черновик уже отправлен. Чтобы подать другое заявление, создайте его копию.</translation>
        </message>
        <message>
            <source>The extension gives blocks up: at most {kept} of {blocks} stay, and its years are of those.</source>
            <translation>При продлении часть блоков возвращается: остаётся не более {kept} из {blocks}, годы продления посчитаны по ним.</translation>
        </message>
        <message>
            <source>The features came under other identifiers than before, so that all would look new</source>
            <translation>Объекты пришли под другими идентификаторами, и все выглядели бы новыми</translation>
        </message>
        <message>
            <source>The features came with longitude and latitude exchanged</source>
            <translation>Объекты пришли с переставленными долготой и широтой</translation>
        </message>
        <message>
            <source>The file cannot be read as map data</source>
            <translation>Файл не читается как картографические данные</translation>
        </message>
        <message>
            <source>The file could not be made smaller now; the room in it is reused.</source>
            <translation>Сейчас уменьшить файл не удалось; место в нём будет использовано снова.</translation>
        </message>
        <message>
            <source>The file is not a Kaznedra workspace</source>
            <translation>Файл не является рабочим набором данных Kaznedra</translation>
        </message>
        <message>
            <source>The file was left as it is.</source>
            <translation>Файл оставлен без изменений.</translation>
        </message>
        <message>
            <source>The geometry cannot be compared with blocks: too large, broken, or not in degrees.</source>
            <translation>Геометрию нельзя сравнить с блоками: слишком велика, испорчена или не в градусах.</translation>
        </message>
        <message>
            <source>The geometry of the source is invalid; check it before you rely on it.</source>
            <translation>Геометрия источника некорректна; проверьте её, прежде чем на неё полагаться.</translation>
        </message>
        <message>
            <source>The grid of blocks of one minute, with their codes. It shows from 1:500 000.</source>
            <translation>Сетка блоков в одну минуту с кодами. Видна с масштаба 1:500 000.</translation>
        </message>
        <message>
            <source>The ground has changed since the last check.</source>
            <translation>С последней проверки обстановка изменилась.</translation>
        </message>
        <message>
            <source>The history of then was pruned.</source>
            <translation>История того времени удалена.</translation>
        </message>
        <message>
            <source>The history of this theme before {date} was pruned.</source>
            <translation>История этой темы до {date} удалена.</translation>
        </message>
        <message>
            <source>The last &amp;days:</source>
            <translation>Последние &amp;дни:</translation>
        </message>
        <message>
            <source>The last &amp;pulls of every theme:</source>
            <translation>Последние &amp;загрузки каждой темы:</translation>
        </message>
        <message>
            <source>The last good state of every theme always stays, and so does what a draft or report cites. The choice is kept in this workspace and holds after each pull.</source>
            <translation>Последнее полное состояние каждой темы остаётся всегда, как и то, на что ссылается черновик или отчёт. Выбор хранится в этом рабочем наборе данных и действует после каждой загрузки.</translation>
        </message>
        <message>
            <source>The last pull failed.</source>
            <translation>Последнее получение не удалось.</translation>
        </message>
        <message>
            <source>The libraries could not be installed.</source>
            <translation>Библиотеки установить не удалось.</translation>
        </message>
        <message>
            <source>The map shows an incomplete pull. Features: {features}.</source>
            <translation>На карте неполные данные. Объектов: {features}.</translation>
        </message>
        <message>
            <source>The map shows the complete pull of {date}. Features: {features}.</source>
            <translation>На карте полный срез от {date}. Объектов: {features}.</translation>
        </message>
        <message>
            <source>The map shows the incomplete pull of {date}. Features: {features}.</source>
            <translation>На карте неполный срез от {date}. Объектов: {features}.</translation>
        </message>
        <message>
            <source>The map shows the pull of {date}. Features: {features}.</source>
            <translation>Карта показывает загрузку {date}. Объектов: {features}.</translation>
        </message>
        <message>
            <source>The map shows what was pulled before, last on {date}.</source>
            <translation>На карте полученное ранее, последний срез от {date}.</translation>
        </message>
        <message>
            <source>The map shows {moment}, not today.</source>
            <translation>Карта показывает {moment}, а не сегодня.</translation>
        </message>
        <message>
            <source>The most accurate there is in the place</source>
            <translation>Самое точное из имеющихся для места</translation>
        </message>
        <message>
            <source>The numbering agrees with the coordinates (blocks: {blocks}; corners: {corners}).</source>
            <translation>Нумерация совпадает с координатами (блоков: {blocks}; угловых точек: {corners}).</translation>
        </message>
        <message>
            <source>The numbering and the coordinates differ (blocks: {blocks}; corners: {corners}).</source>
            <translation>Нумерация и координаты расходятся (блоков: {blocks}; угловых точек: {corners}).</translation>
        </message>
        <message>
            <source>The outcome is not known for certain: these are the plots as they were chosen.</source>
            <translation>Исход достоверно не известен: это участки, как они выбраны.</translation>
        </message>
        <message>
            <source>The outline leaves the grid's lines by up to {metres} m.</source>
            <translation>Контур отходит от линий сетки на величину до {metres} м.</translation>
        </message>
        <message>
            <source>The outline lies off the grid as a whole, by {metres} m.</source>
            <translation>Контур целиком смещён относительно сетки на {metres} м.</translation>
        </message>
        <message>
            <source>The outline lies {metres} m to the north-west of the grid, as if the blocks were counted in Pulkovo 1942 (SK-42).</source>
            <translation>Контур лежит на {metres} м северо-западнее сетки, как будто блоки отсчитаны в Пулково 1942 (СК-42).</translation>
        </message>
        <message>
            <source>The outline lies {metres} m to the south-east of the grid, as if given in Pulkovo 1942 (SK-42).</source>
            <translation>Контур лежит на {metres} м юго-восточнее сетки, как будто он дан в Пулково 1942 (СК-42).</translation>
        </message>
        <message>
            <source>The output would overwrite the workspace.</source>
            <translation>Результат перезаписал бы рабочий набор данных.</translation>
        </message>
        <message>
            <source>The pages that had come then were not fetched again.</source>
            <translation>Страницы, пришедшие тогда, заново не запрашивались.</translation>
        </message>
        <message>
            <source>The platform has not confirmed it. It will not be sent again before the platform says that it has it not.</source>
            <translation>Платформа не подтвердила получение. Заявление не будет отправлено снова, пока платформа не ответит, что его у неё нет.</translation>
        </message>
        <message>
            <source>The platform has not got the application.</source>
            <translation>Платформа заявление не получила.</translation>
        </message>
        <message>
            <source>The platform has not got the application. You may send it again.</source>
            <translation>Платформа заявление не получила. Его можно отправить снова.</translation>
        </message>
        <message>
            <source>The platform has other values than were sent: {names}.</source>
            <translation>На платформе не те значения, что были отправлены: {names}.</translation>
        </message>
        <message>
            <source>The platform has the application already</source>
            <translation>Заявление уже есть у платформы</translation>
        </message>
        <message>
            <source>The platform has the application. Its status is followed.</source>
            <translation>Заявление у платформы. Статус отслеживается.</translation>
        </message>
        <message>
            <source>The platform is of another version than before</source>
            <translation>Версия платформы изменилась</translation>
        </message>
        <message>
            <source>The platform no longer shows the application</source>
            <translation>Платформа больше не показывает заявление</translation>
        </message>
        <message>
            <source>The platform's answer does not tell whether it has the application</source>
            <translation>По ответу платформы нельзя сказать, есть ли у неё заявление</translation>
        </message>
        <message>
            <source>The plugin is not started. Your data is as it was.</source>
            <translation>Модуль не запущен. Ваши данные прежние.</translation>
        </message>
        <message>
            <source>The profile stays on this computer; a workspace that you lend does not contain it.</source>
            <translation>Профиль остаётся на этом компьютере; в рабочем наборе, который вы передаёте другим, его нет.</translation>
        </message>
        <message>
            <source>The proxy did not let the request through</source>
            <translation>Прокси не пропустил запрос</translation>
        </message>
        <message>
            <source>The pull is older than {days} days, the age that the source's profile or your settings allow. The rules of the law call nothing clear by it.</source>
            <translation>Данные загружены более {days} дн. назад; больше не допускает профиль источника или ваши настройки. По ним правила закона не дают ответа «препятствий нет».</translation>
        </message>
        <message>
            <source>The receipt is kept on this computer.</source>
            <translation>Расписка сохранена на этом компьютере.</translation>
        </message>
        <message>
            <source>The rules have not been checked for these blocks: the outcome is unknown.</source>
            <translation>Правила для этих блоков не проверены: исход неизвестен.</translation>
        </message>
        <message>
            <source>The same as when it was checked on {when}.</source>
            <translation>То же, что при проверке {when}.</translation>
        </message>
        <message>
            <source>The security of the extension is added to that of the first term; whether it replaces it is not verified.</source>
            <translation>Обеспечение на срок продления прибавлено к обеспечению на первый срок; заменяет ли оно его, не проверено.</translation>
        </message>
        <message>
            <source>The server allows pages of another size than before</source>
            <translation>Сервер допускает страницы другого размера, чем раньше</translation>
        </message>
        <message>
            <source>The server answered with a fault of its own</source>
            <translation>Сервер сообщил о своей неисправности</translation>
        </message>
        <message>
            <source>The server answered with something other than data</source>
            <translation>Сервер ответил не данными</translation>
        </message>
        <message>
            <source>The server asks for fewer requests</source>
            <translation>Сервер просит делать меньше запросов</translation>
        </message>
        <message>
            <source>The server gives smaller pages than were asked for, without saying so</source>
            <translation>Сервер отдаёт страницы меньше запрошенных и не сообщает об этом</translation>
        </message>
        <message>
            <source>The server has nothing at this address</source>
            <translation>На сервере по этому адресу ничего нет</translation>
        </message>
        <message>
            <source>The server keeps sending the request on to other addresses</source>
            <translation>Сервер без конца перенаправляет запрос на другие адреса</translation>
        </message>
        <message>
            <source>The server knows you but does not let you see this</source>
            <translation>Сервер узнал вас, но не даёт это посмотреть</translation>
        </message>
        <message>
            <source>The server no longer says that it can do all that it could before</source>
            <translation>Сервер больше не заявляет всех прежних возможностей</translation>
        </message>
        <message>
            <source>The server pointed to an address of another server, which was not followed</source>
            <translation>Сервер указал на адрес другого сервера; туда не обращались</translation>
        </message>
        <message>
            <source>The server refused the request</source>
            <translation>Сервер отклонил запрос</translation>
        </message>
        <message>
            <source>The server sends pages without end</source>
            <translation>Сервер шлёт страницы без конца</translation>
        </message>
        <message>
            <source>The server sent the same page again instead of the next</source>
            <translation>Сервер вместо следующей страницы снова прислал ту же</translation>
        </message>
        <message>
            <source>The server wants a sign-in that it accepts</source>
            <translation>Сервер требует действительный вход</translation>
        </message>
        <message>
            <source>The server's answer is not a list of features</source>
            <translation>Ответ сервера не является списком объектов</translation>
        </message>
        <message>
            <source>The server's certificate is not trusted, so nothing was sent to it</source>
            <translation>Сертификату сервера нет доверия, поэтому ему ничего не отправлено</translation>
        </message>
        <message>
            <source>The source can be pulled.</source>
            <translation>Данные источника можно получать.</translation>
        </message>
        <message>
            <source>The source cannot be reached</source>
            <translation>До источника не добраться</translation>
        </message>
        <message>
            <source>The source declares another area than before</source>
            <translation>Источник заявляет другую территорию, чем раньше</translation>
        </message>
        <message>
            <source>The source did not answer in time</source>
            <translation>Источник не ответил вовремя</translation>
        </message>
        <message>
            <source>The source does not offer this theme</source>
            <translation>Источник не предлагает эту тему</translation>
        </message>
        <message>
            <source>The source does not offer this theme.</source>
            <translation>Источник не предлагает эту тему.</translation>
        </message>
        <message>
            <source>The source gives a geometry of another type; it is not drawn.</source>
            <translation>Источник даёт геометрию другого типа; она не показана.</translation>
        </message>
        <message>
            <source>The source gives an attribute as another type than before</source>
            <translation>Источник отдаёт атрибут другого типа, чем раньше</translation>
        </message>
        <message>
            <source>The source gives an attribute that it did not give before</source>
            <translation>Источник отдаёт атрибут, которого раньше не было</translation>
        </message>
        <message>
            <source>The source gives coordinates in a system other than EPSG:4326</source>
            <translation>Источник даёт координаты не в EPSG:4326</translation>
        </message>
        <message>
            <source>The source gives no geometry.</source>
            <translation>Источник не даёт геометрии.</translation>
        </message>
        <message>
            <source>The source has changed since the interrupted pull</source>
            <translation>Источник изменился со времени прерванного получения</translation>
        </message>
        <message>
            <source>The source lists other coordinate systems than before</source>
            <translation>Источник указывает другие системы координат, чем раньше</translation>
        </message>
        <message>
            <source>The source no longer gives an attribute that it gave before</source>
            <translation>Источник больше не отдаёт атрибут, который отдавал раньше</translation>
        </message>
        <message>
            <source>The source profile cannot be used</source>
            <translation>Профиль источника не годится</translation>
        </message>
        <message>
            <source>The source suddenly has far fewer features than before, or none</source>
            <translation>У источника вдруг гораздо меньше объектов, чем раньше, или их нет совсем</translation>
        </message>
        <message>
            <source>The source takes no applications</source>
            <translation>Источник не принимает заявлений</translation>
        </message>
        <message>
            <source>The source writes its identifiers in another form than before</source>
            <translation>Источник записывает идентификаторы в другом виде, чем раньше</translation>
        </message>
        <message>
            <source>The sync is complete. Features: {features}; added: {added}, changed: {changed}, gone: {gone}.</source>
            <translation>Получено всё: {features}; добавлено: {added}, изменено: {changed}, исчезло: {gone}.</translation>
        </message>
        <message>
            <source>The test was stopped.</source>
            <translation>Проверка остановлена.</translation>
        </message>
        <message>
            <source>The text does not name the datum of its metres.</source>
            <translation>В тексте не названа система координат, в которой даны метры.</translation>
        </message>
        <message>
            <source>The total that the source tells is an estimate; its list ends with the last feature that came</source>
            <translation>Общее число, которое сообщает источник, – оценка; его список кончается последним из полученных объектов</translation>
        </message>
        <message>
            <source>The transformation between the datums cannot be had here</source>
            <translation>Преобразование между системами координат здесь недоступно</translation>
        </message>
        <message>
            <source>The workspace cannot be written</source>
            <translation>В рабочий набор данных нельзя записать</translation>
        </message>
        <message>
            <source>The workspace has no such draft</source>
            <translation>В рабочем наборе данных нет такого черновика</translation>
        </message>
        <message>
            <source>The workspace is in use by another program</source>
            <translation>Рабочий набор данных занят другой программой</translation>
        </message>
        <message>
            <source>The workspace was made by a newer version of Kaznedra</source>
            <translation>Рабочий набор данных создан более новой версией Kaznedra</translation>
        </message>
        <message>
            <source>The workspace's history has no such moment</source>
            <translation>В истории рабочего набора данных нет такого момента</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Тема</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Темы</translation>
        </message>
        <message>
            <source>There are no block codes in this text.</source>
            <translation>В этом тексте нет кодов блоков.</translation>
        </message>
        <message>
            <source>There are no blocks here: this lies outside the country.</source>
            <translation>Здесь нет блоков: это за пределами страны.</translation>
        </message>
        <message>
            <source>There are no blocks in this application</source>
            <translation>В этом заявлении нет блоков</translation>
        </message>
        <message>
            <source>There are no blocks in this draft: nothing to export.</source>
            <translation>В этом черновике нет блоков: экспортировать нечего.</translation>
        </message>
        <message>
            <source>There are no codes or no corners to compare.</source>
            <translation>Нет кодов или угловых точек для сравнения.</translation>
        </message>
        <message>
            <source>There are no corner coordinates in this text.</source>
            <translation>В этом тексте нет координат угловых точек.</translation>
        </message>
        <message>
            <source>There is a file of this name already: {path}.</source>
            <translation>Файл с таким именем уже есть: {path}.</translation>
        </message>
        <message>
            <source>There is no data of this on this computer yet.</source>
            <translation>Этих данных на этом компьютере ещё нет.</translation>
        </message>
        <message>
            <source>There is no number of a map sheet here.</source>
            <translation>Здесь нет номенклатуры листа карты.</translation>
        </message>
        <message>
            <source>There is no polygon to take blocks from.</source>
            <translation>Нет полигона, по которому взять блоки.</translation>
        </message>
        <message>
            <source>There is no room left on the disk</source>
            <translation>На диске нет места</translation>
        </message>
        <message>
            <source>There is no rule pack for this day</source>
            <translation>На этот день нет пакета правил</translation>
        </message>
        <message>
            <source>There is nothing to export.</source>
            <translation>Экспортировать нечего.</translation>
        </message>
        <message>
            <source>There is something in this folder already</source>
            <translation>В этой папке уже что-то есть</translation>
        </message>
        <message>
            <source>These are metres. Choose the datum that they are counted in.</source>
            <translation>Это метры. Выберите систему координат, в которой они отсчитаны.</translation>
        </message>
        <message>
            <source>These are the plots of the predicted outcome.</source>
            <translation>Это участки предсказанного исхода.</translation>
        </message>
        <message>
            <source>These coordinates are not degrees</source>
            <translation>Эти координаты не в градусах</translation>
        </message>
        <message>
            <source>This address cannot be read. It looks like https://….</source>
            <translation>Этот адрес не читается. Он выглядит как https://….</translation>
        </message>
        <message>
            <source>This is neither an address that begins with https:// nor a file on this computer.</source>
            <translation>Это не адрес, начинающийся с https://, и не файл на этом компьютере.</translation>
        </message>
        <message>
            <source>This is no pack: {detail}</source>
            <translation>Это не пакет: {detail}</translation>
        </message>
        <message>
            <source>This is not the number of a map sheet</source>
            <translation>Это не номенклатура листа карты</translation>
        </message>
        <message>
            <source>This pack is not as its manifest says</source>
            <translation>Пакет не соответствует своей описи</translation>
        </message>
        <message>
            <source>This place lies outside the block grid of Kazakhstan</source>
            <translation>Это место вне сетки блоков Казахстана</translation>
        </message>
        <message>
            <source>This text is too long. Paste a part of it.</source>
            <translation>Текст слишком длинный. Вставьте его часть.</translation>
        </message>
        <message>
            <source>This theme is being pulled.</source>
            <translation>Эта тема сейчас загружается.</translation>
        </message>
        <message>
            <source>This theme was never pulled from this source.</source>
            <translation>Эту тему из этого источника ещё не получали.</translation>
        </message>
        <message>
            <source>This theme was not pulled until later.</source>
            <translation>Эта тема загружена впервые позже.</translation>
        </message>
        <message>
            <source>This was sent to {platform} ({address}), collection {collection}:</source>
            <translation>Отправлено: {platform} ({address}), коллекция {collection}:</translation>
        </message>
        <message>
            <source>To</source>
            <translation>По</translation>
        </message>
        <message>
            <source>To&amp;day</source>
            <translation>С&amp;егодня</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Всего</translation>
        </message>
        <message>
            <source>Transformation: {operation}, {accuracy}.</source>
            <translation>Преобразование: {operation}, {accuracy}.</translation>
        </message>
        <message>
            <source>Try again in some minutes.</source>
            <translation>Повторите через несколько минут.</translation>
        </message>
        <message>
            <source>Try again later. If it lasts, tell the platform's operator what stands under Details.</source>
            <translation>Повторите позже. Если не пройдёт, сообщите оператору платформы то, что написано в подробностях.</translation>
        </message>
        <message>
            <source>Try again later. On a slow link raise the time-outs in Settings, Options, Kaznedra.</source>
            <translation>Повторите позже. На медленном канале увеличьте время ожидания в «Настройки, Параметры, Kaznedra».</translation>
        </message>
        <message>
            <source>Try again. If it happens each time, the link or the proxy cuts long answers: let the profile ask for smaller pages.</source>
            <translation>Повторите. Если так каждый раз, канал или прокси обрывает длинные ответы: задайте в профиле страницы поменьше.</translation>
        </message>
        <message>
            <source>Try again. If it lasts, tell the platform's operator that its pages have no stable order.</source>
            <translation>Повторите. Если не пройдёт, сообщите оператору платформы, что порядок её страниц неустойчив.</translation>
        </message>
        <message>
            <source>Try again. Until then a place without a feature is not free ground.</source>
            <translation>Повторите. До тех пор место без объекта не означает свободную территорию.</translation>
        </message>
        <message>
            <source>Turkistan region and Shymkent</source>
            <translation>Туркестанская область и Шымкент</translation>
        </message>
        <message>
            <source>Turkmenistan</source>
            <translation>Туркменистан</translation>
        </message>
        <message>
            <source>U&amp;nit</source>
            <translation>&amp;Единица</translation>
        </message>
        <message>
            <source>Ukraine</source>
            <translation>Украина</translation>
        </message>
        <message>
            <source>Under review</source>
            <translation>На рассмотрении</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Undo the last change of your own MCI</source>
            <translation>Отменить последнее изменение ваших МРП</translation>
        </message>
        <message>
            <source>Unique</source>
            <translation>Уникальное</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Ед.</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Неизвестно</translation>
        </message>
        <message>
            <source>Unknown is not free ground.</source>
            <translation>Неизвестно не значит свободно.</translation>
        </message>
        <message>
            <source>Update the plugin, or open another workspace.</source>
            <translation>Обновите модуль или откройте другой рабочий набор данных.</translation>
        </message>
        <message>
            <source>Uranium</source>
            <translation>Уран</translation>
        </message>
        <message>
            <source>Uranium, national company only</source>
            <translation>Уран, только национальная компания</translation>
        </message>
        <message>
            <source>Use of subsoil space</source>
            <translation>Использование пространства недр</translation>
        </message>
        <message>
            <source>Uzbekistan</source>
            <translation>Узбекистан</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>Действует с</translation>
        </message>
        <message>
            <source>Valid to</source>
            <translation>Действует по</translation>
        </message>
        <message>
            <source>Verify the numbering of blocks</source>
            <translation>Проверка нумерации блоков</translation>
        </message>
        <message>
            <source>Verify the pack of an application</source>
            <translation>Проверка пакета заявления</translation>
        </message>
        <message>
            <source>Versions removed</source>
            <translation>Удалено версий</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Объём</translation>
        </message>
        <message>
            <source>Volume, kt</source>
            <translation>Объём, тыс. т</translation>
        </message>
        <message>
            <source>Wait some minutes and try again. Fewer requests at once can be set in Settings, Options, Kaznedra.</source>
            <translation>Подождите несколько минут и повторите. Меньше одновременных запросов можно задать в «Настройки, Параметры, Kaznedra».</translation>
        </message>
        <message>
            <source>Waste dump</source>
            <translation>Породный отвал</translation>
        </message>
        <message>
            <source>Water fund land</source>
            <translation>Земли водного фонда</translation>
        </message>
        <message>
            <source>West Kazakhstan region</source>
            <translation>Западно-Казахстанская область</translation>
        </message>
        <message>
            <source>What came was added, and nothing was taken away.</source>
            <translation>Полученное добавлено, ничего не удалено.</translation>
        </message>
        <message>
            <source>What chan&amp;ged</source>
            <translation>Что &amp;изменилось</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Что произошло</translation>
        </message>
        <message>
            <source>What that one brought stays, and nothing is lost.</source>
            <translation>Полученное им остаётся, ничего не потеряно.</translation>
        </message>
        <message>
            <source>What this rests on</source>
            <translation>На чём это основано</translation>
        </message>
        <message>
            <source>What would be sent is not what was confirmed</source>
            <translation>Отправлено было бы не то, что подтверждено</translation>
        </message>
        <message>
            <source>What you changed is kept in this window only, and is saved with your next change.</source>
            <translation>Ваши изменения пока остаются только в этом окне; они сохранятся вместе со следующим изменением.</translation>
        </message>
        <message>
            <source>Whatever this theme would show is unknown here.</source>
            <translation>Всё, что показала бы эта тема, здесь неизвестно.</translation>
        </message>
        <message>
            <source>Where should the data come from?</source>
            <translation>Откуда взять данные?</translation>
        </message>
        <message>
            <source>Which blocks</source>
            <translation>Какие блоки</translation>
        </message>
        <message>
            <source>Whose features the map shows</source>
            <translation>Чьи объекты показывает карта</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Отозвано заявителем</translation>
        </message>
        <message>
            <source>Without geometry: {missing}; geometry invalid: {invalid}; values of another type: {values}.</source>
            <translation>Без геометрии: {missing}; с ошибочной геометрией: {invalid}; со значениями другого типа: {values}.</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>Работы</translation>
        </message>
        <message>
            <source>Works in years that the costs do not show: {number}.</source>
            <translation>Работы в годы, которых нет в затратах: {number}.</translation>
        </message>
        <message>
            <source>Workspace</source>
            <translation>Рабочий набор данных</translation>
        </message>
        <message>
            <source>Workspace as of a day</source>
            <translation>Рабочий набор данных на дату</translation>
        </message>
        <message>
            <source>Workspace: {path}</source>
            <translation>Рабочий набор данных: {path}</translation>
        </message>
        <message>
            <source>Write a corner a line, such as 48°10'00" N 77°10'00" E.</source>
            <translation>Пишите по одной точке в строке, например 48°10'00" с.ш. 77°10'00" в.д.</translation>
        </message>
        <message>
            <source>Write it like M-44-77 or M-43-XXIV.</source>
            <translation>Запишите её так: M-44-77 или M-43-XXIV.</translation>
        </message>
        <message>
            <source>Write them like M-44-77-(10е-5а-11).</source>
            <translation>Запишите их так: M-44-77-(10е-5а-11).</translation>
        </message>
        <message>
            <source>Writes an application for an exploration licence to a new folder: the application as ODT and PDF, the findings report, the map sheet, the block list, the corner catalogue in WGS 84, SK-42 and QazTRF-23 with the transformation named, and the blocks as GeoJSON, GeoPackage, KML and Shapefile. A pack, application.zip, holds all of them with a manifest: SHA-256 of each part, snapshots, rule pack and version of the plugin.

Draft: name or id of a draft of the workspace. Without one, give block codes.
Applicant: name, IIN or BIN of one of your profiles, or the path of a profile in JSON.
Templates: a folder with your own application.html, content.xml, words.kk.json …; what is not there is taken from the plugin.

Nothing is sent and nothing is signed. The folder must be new or empty.</source>
            <translation>Записывает заявление на лицензию на разведку в новую папку: заявление в ODT и PDF, отчёт о проверке, лист карты, список блоков, каталог углов в WGS 84, СК-42 и QazTRF-23 с названным преобразованием, а также блоки в GeoJSON, GeoPackage, KML и Shapefile. Пакет application.zip содержит всё это с описью: SHA-256 каждой части, срезы, пакет правил и версия модуля.

Черновик: имя или идентификатор черновика рабочего набора. Без него укажите коды блоков.
Заявитель: имя, ИИН или БИН одного из ваших профилей либо путь к профилю в JSON.
Шаблоны: папка с вашими application.html, content.xml, words.kk.json …; чего в ней нет, берётся из модуля.

Ничего не отправляется и не подписывается. Папка должна быть новой или пустой.</translation>
        </message>
        <message>
            <source>Writes the features as they were known at a moment: a GeoPackage with a layer per theme, and a report that names the snapshot each of them rests on.

Moment: a day such as 2026-11-22 (its end, in UTC), a time such as 2026-11-22T08:00:00Z, the number of a snapshot, or pull 3 for the third pull. Empty: now.

A theme that had not been pulled by then is unknown: it gets no layer, and the report says so.</source>
            <translation>Записывает объекты такими, какими они были известны на некоторый момент: GeoPackage со слоем на тему и отчёт с номером среза, на котором основана каждая из них.

Момент: день, например 2026-11-22 (его конец по UTC), время, например 2026-11-22T08:00:00Z, номер среза или pull 3 для третьего получения данных. Пусто: сейчас.

Тема, не полученная к этому моменту, неизвестна: слоя для неё нет, и отчёт об этом говорит.</translation>
        </message>
        <message>
            <source>Writing the papers and files</source>
            <translation>Записываются документы и файлы</translation>
        </message>
        <message>
            <source>Written: {parts} parts and the pack {pack}. Nothing was sent and nothing was signed.</source>
            <translation>Записано: частей {parts} и пакет {pack}. Ничего не отправлено и не подписано.</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Год</translation>
        </message>
        <message>
            <source>Year 1, MCI</source>
            <translation>1-й год, МРП</translation>
        </message>
        <message>
            <source>Year 1, ₸</source>
            <translation>1-й год, ₸</translation>
        </message>
        <message>
            <source>Year of discovery</source>
            <translation>Год открытия</translation>
        </message>
        <message>
            <source>Year {year}, from {day}: minimum expenditure {expenditure} MCI ({expenditure_kzt} tenge), land rent {rent} MCI ({rent_kzt} tenge)</source>
            <translation>Год {year}, с {day}: минимальные расходы {expenditure} МРП (тенге: {expenditure_kzt}), плата за участки {rent} МРП (тенге: {rent_kzt})</translation>
        </message>
        <message>
            <source>Year {year}: minimum expenditure {expenditure} MCI, land rent {rent} MCI; so far {total} MCI</source>
            <translation>Год {year}: минимальные расходы {expenditure} МРП, плата за участки {rent} МРП; нарастающим итогом {total} МРП</translation>
        </message>
        <message>
            <source>Year {year}: {cost} planned, {minimum} needed</source>
            <translation>Год {year}: запланировано {cost}, нужно {minimum}</translation>
        </message>
        <message>
            <source>Year {year}: {cost} planned, {minimum} needed; {short} short</source>
            <translation>Год {year}: запланировано {cost}, нужно {minimum}; не хватает {short}</translation>
        </message>
        <message>
            <source>Year {year}: {cost} planned; the MCI of the year is not known</source>
            <translation>Год {year}: запланировано {cost}; МРП года не известен</translation>
        </message>
        <message>
            <source>Years (empty: the first term)</source>
            <translation>Число лет (пусто: первый срок)</translation>
        </message>
        <message>
            <source>Years not known, by an assumption of &amp;your own: change a year</source>
            <translation>Неизвестные годы по &amp;вашему предположению, изменение за год</translation>
        </message>
        <message>
            <source>Years without an MCI get that of the year before with so many per cent more, in whole tenge. Wherever the amounts are shown they are called your assumption.</source>
            <translation>Годы без МРП получают МРП предыдущего года, увеличенный на столько процентов, в целых тенге. Везде, где показаны суммы, они названы вашим предположением.</translation>
        </message>
        <message>
            <source>You cancelled</source>
            <translation>Вы отменили</translation>
        </message>
        <message>
            <source>You need the address of its OGC API, and a sign-in if it asks.</source>
            <translation>Нужен адрес её OGC API и, если потребуется, вход.</translation>
        </message>
        <message>
            <source>Your own &amp;templates</source>
            <translation>Ваши &amp;шаблоны</translation>
        </message>
        <message>
            <source>Your own MCI</source>
            <translation>Свой МРП</translation>
        </message>
        <message>
            <source>Your own MCI cannot be read.</source>
            <translation>Ваш МРП не удалось прочитать.</translation>
        </message>
        <message>
            <source>Zhambyl region</source>
            <translation>Жамбылская область</translation>
        </message>
        <message>
            <source>Zoom in until single blocks can be seen.</source>
            <translation>Приблизьте карту, чтобы были видны отдельные блоки.</translation>
        </message>
        <message>
            <source>a block inside the corners is not in the codes</source>
            <translation>блока внутри угловых точек нет в кодах</translation>
        </message>
        <message>
            <source>a block of the codes is not inside the corners</source>
            <translation>блок из кодов не лежит внутри угловых точек</translation>
        </message>
        <message>
            <source>a corner is not on the outline of the blocks</source>
            <translation>угловая точка не лежит на границе блоков</translation>
        </message>
        <message>
            <source>a corner lies on no whole minute</source>
            <translation>угловая точка не лежит на целой минуте</translation>
        </message>
        <message>
            <source>a file is no longer where it was</source>
            <translation>файла больше нет на прежнем месте</translation>
        </message>
        <message>
            <source>a latitude or a longitude is missing</source>
            <translation>не хватает широты или долготы</translation>
        </message>
        <message>
            <source>a number that belongs to no code</source>
            <translation>число, не относящееся ни к одному коду</translation>
        </message>
        <message>
            <source>a part of the code is missing</source>
            <translation>не хватает части кода</translation>
        </message>
        <message>
            <source>a range or only a dash: both are possible</source>
            <translation>диапазон или просто тире: возможно и то и другое</translation>
        </message>
        <message>
            <source>a section begins with 10, a subsection with 5</source>
            <translation>секция начинается с 10, подсекция с 5</translation>
        </message>
        <message>
            <source>a web page came</source>
            <translation>пришла веб-страница</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>принят</translation>
        </message>
        <message>
            <source>accuracy not stated</source>
            <translation>точность не указана</translation>
        </message>
        <message>
            <source>added {added}, changed {changed}, gone {gone}</source>
            <translation>добавлено {added}, изменено {changed}, исчезло {gone}</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>и ещё {count}</translation>
        </message>
        <message>
            <source>answered: {age}</source>
            <translation>ответил: {age}</translation>
        </message>
        <message>
            <source>applicant</source>
            <translation>заявитель</translation>
        </message>
        <message>
            <source>application,check,blocks,rules,findings,outcome,licence,free</source>
            <translation>заявление,проверка,блоки,правила,выводы,исход,лицензия,свободно</translation>
        </message>
        <message>
            <source>application,export,licence,blocks,corners,pack,ODT,PDF,KML</source>
            <translation>заявление,экспорт,лицензия,блоки,углы,пакет,ODT,PDF,KML</translation>
        </message>
        <message>
            <source>application,pack,manifest,SHA-256,verify</source>
            <translation>заявление,пакет,опись,SHA-256,проверка</translation>
        </message>
        <message>
            <source>application,submit,file,send,receipt,status</source>
            <translation>заявление,подать,подача,отправить,расписка,статус</translation>
        </message>
        <message>
            <source>applied for</source>
            <translation>подано заявление</translation>
        </message>
        <message>
            <source>article {article}</source>
            <translation>статья {article}</translation>
        </message>
        <message>
            <source>as chosen</source>
            <translation>как выбрано</translation>
        </message>
        <message>
            <source>as its first feature shows</source>
            <translation>судя по первому объекту</translation>
        </message>
        <message>
            <source>as its schema says</source>
            <translation>согласно его схеме</translation>
        </message>
        <message>
            <source>as predicted</source>
            <translation>по прогнозу</translation>
        </message>
        <message>
            <source>asked for: {value}</source>
            <translation>запрошено: {value}</translation>
        </message>
        <message>
            <source>asks to wait {value} s</source>
            <translation>просит подождать {value} с</translation>
        </message>
        <message>
            <source>assumed</source>
            <translation>принято условно</translation>
        </message>
        <message>
            <source>attempts: {value}</source>
            <translation>попыток: {value}</translation>
        </message>
        <message>
            <source>barite</source>
            <translation>барит</translation>
        </message>
        <message>
            <source>bauxite</source>
            <translation>боксит</translation>
        </message>
        <message>
            <source>before: {value}</source>
            <translation>раньше: {value}</translation>
        </message>
        <message>
            <source>begun: {value}</source>
            <translation>начато: {value}</translation>
        </message>
        <message>
            <source>being sent</source>
            <translation>отправляется</translation>
        </message>
        <message>
            <source>beryllium</source>
            <translation>бериллий</translation>
        </message>
        <message>
            <source>blocks,codes,corners,coordinates,datum,licence,check,subsoil</source>
            <translation>блоки,коды,угловые точки,координаты,датум,лицензия,проверка,недра</translation>
        </message>
        <message>
            <source>blocks,codes,licence,application,coordinates,subsoil</source>
            <translation>блоки,коды,лицензия,заявление,координаты,недра</translation>
        </message>
        <message>
            <source>blocks,corners,coordinates,plot,degrees,Gauss-Kruger,subsoil</source>
            <translation>блоки,угловые точки,координаты,участок,градусы,Гаусс-Крюгер,недра</translation>
        </message>
        <message>
            <source>blocks,grid,graticule,section,subsection,licence,subsoil</source>
            <translation>блоки,сетка,картографическая сетка,секция,подсекция,лицензия,недра</translation>
        </message>
        <message>
            <source>blocks,polygons,cover,licence,application,area,subsoil</source>
            <translation>блоки,полигоны,покрытие,лицензия,заявление,территория,недра</translation>
        </message>
        <message>
            <source>blocks: {count}</source>
            <translation>блоков: {count}</translation>
        </message>
        <message>
            <source>came: {value}</source>
            <translation>пришло: {value}</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>отменено</translation>
        </message>
        <message>
            <source>chromium</source>
            <translation>хром</translation>
        </message>
        <message>
            <source>clay</source>
            <translation>глина</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>препятствий нет</translation>
        </message>
        <message>
            <source>coal</source>
            <translation>уголь</translation>
        </message>
        <message>
            <source>cobalt</source>
            <translation>кобальт</translation>
        </message>
        <message>
            <source>comparing codes</source>
            <translation>сравнение кодов</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>полный</translation>
        </message>
        <message>
            <source>concentrator</source>
            <translation>обогатительная фабрика</translation>
        </message>
        <message>
            <source>conflict</source>
            <translation>пересечение</translation>
        </message>
        <message>
            <source>coordinate system {value}</source>
            <translation>система координат {value}</translation>
        </message>
        <message>
            <source>coordinates of a corner are missing</source>
            <translation>нет координат угловой точки</translation>
        </message>
        <message>
            <source>copper</source>
            <translation>медь</translation>
        </message>
        <message>
            <source>costs,expenditure,rent,bonus,security,MCI,tenge,application,licence,blocks</source>
            <translation>стоимость,расходы,плата,бонус,обеспечение,МРП,тенге,заявление,лицензия,блоки</translation>
        </message>
        <message>
            <source>day: {value}</source>
            <translation>день: {value}</translation>
        </message>
        <message>
            <source>did not answer: {age}</source>
            <translation>не ответил: {age}</translation>
        </message>
        <message>
            <source>different ones: {value}</source>
            <translation>различных: {value}</translation>
        </message>
        <message>
            <source>digits only</source>
            <translation>только цифры</translation>
        </message>
        <message>
            <source>expected: {value}</source>
            <translation>ожидалось: {value}</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>не удалось</translation>
        </message>
        <message>
            <source>failed here</source>
            <translation>не удалось здесь</translation>
        </message>
        <message>
            <source>filed</source>
            <translation>подано</translation>
        </message>
        <message>
            <source>filed {date}</source>
            <translation>подано {date}</translation>
        </message>
        <message>
            <source>fluorite</source>
            <translation>флюорит</translation>
        </message>
        <message>
            <source>free</source>
            <translation>свободен</translation>
        </message>
        <message>
            <source>freed {date}</source>
            <translation>блоки освобождены {date}</translation>
        </message>
        <message>
            <source>from a secondary source</source>
            <translation>по вторичному источнику</translation>
        </message>
        <message>
            <source>given back {date}</source>
            <translation>возвращена {date}</translation>
        </message>
        <message>
            <source>gold</source>
            <translation>золото</translation>
        </message>
        <message>
            <source>gone from the register by {date}</source>
            <translation>исчезла из реестра к {date}</translation>
        </message>
        <message>
            <source>granted whole: {count}</source>
            <translation>целиком: {count}</translation>
        </message>
        <message>
            <source>graphite</source>
            <translation>графит</translation>
        </message>
        <message>
            <source>heap leaching</source>
            <translation>кучное выщелачивание</translation>
        </message>
        <message>
            <source>history,snapshot,version,as of,change,difference,compare,licence</source>
            <translation>история,срез,версия,на дату,изменение,различие,сравнить,лицензия</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>в порядке</translation>
        </message>
        <message>
            <source>in part: {count}</source>
            <translation>частично: {count}</translation>
        </message>
        <message>
            <source>in-situ leaching</source>
            <translation>подземное скважинное выщелачивание</translation>
        </message>
        <message>
            <source>inside once exchanged: {value}</source>
            <translation>внутри после перестановки: {value}</translation>
        </message>
        <message>
            <source>iron</source>
            <translation>железо</translation>
        </message>
        <message>
            <source>it cannot be parsed</source>
            <translation>не разбирается</translation>
        </message>
        <message>
            <source>it cannot be read</source>
            <translation>не читается</translation>
        </message>
        <message>
            <source>it continues a piece that could not be read</source>
            <translation>это продолжение непрочитанного места</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>it is missing</source>
            <translation>отсутствует</translation>
        </message>
        <message>
            <source>it names no collections</source>
            <translation>коллекции не названы</translation>
        </message>
        <message>
            <source>it serves no features</source>
            <translation>объектов не отдаёт</translation>
        </message>
        <message>
            <source>it was never pulled</source>
            <translation>она никогда не загружалась</translation>
        </message>
        <message>
            <source>it was not pulled until later</source>
            <translation>она была получена только позже</translation>
        </message>
        <message>
            <source>its answer has no links</source>
            <translation>в ответе нет ссылок</translation>
        </message>
        <message>
            <source>its day of issue is not known</source>
            <translation>дата выдачи не известна</translation>
        </message>
        <message>
            <source>its day of issue lies ahead</source>
            <translation>дата выдачи ещё не наступила</translation>
        </message>
        <message>
            <source>its history before {date} was pruned</source>
            <translation>её история до {date} удалена</translation>
        </message>
        <message>
            <source>kind, number, day, issuing body</source>
            <translation>вид, номер, дата, кем выдан</translation>
        </message>
        <message>
            <source>known up to version {value}</source>
            <translation>известны версии до {value}</translation>
        </message>
        <message>
            <source>latitude or longitude first: both are possible</source>
            <translation>сначала широта или долгота: возможно и то и другое</translation>
        </message>
        <message>
            <source>latitude {value}</source>
            <translation>широта {value}</translation>
        </message>
        <message>
            <source>lead</source>
            <translation>свинец</translation>
        </message>
        <message>
            <source>licence {value}</source>
            <translation>лицензия {value}</translation>
        </message>
        <message>
            <source>limestone</source>
            <translation>известняк</translation>
        </message>
        <message>
            <source>limit: {value}</source>
            <translation>предел: {value}</translation>
        </message>
        <message>
            <source>line {line}, character {column}: “{piece}” – {reason}</source>
            <translation>строка {line}, знак {column}: «{piece}» – {reason}</translation>
        </message>
        <message>
            <source>line {value}</source>
            <translation>строка {value}</translation>
        </message>
        <message>
            <source>lithium</source>
            <translation>литий</translation>
        </message>
        <message>
            <source>longitude {value}</source>
            <translation>долгота {value}</translation>
        </message>
        <message>
            <source>manganese</source>
            <translation>марганец</translation>
        </message>
        <message>
            <source>metres without their zone: write it, such as zone 13</source>
            <translation>метры без номера зоны: укажите её, например зона 13</translation>
        </message>
        <message>
            <source>minerals</source>
            <translation>полезные ископаемые</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>не приложено</translation>
        </message>
        <message>
            <source>molybdenum</source>
            <translation>молибден</translation>
        </message>
        <message>
            <source>named once as partial and once as whole</source>
            <translation>назван и неполным, и полным</translation>
        </message>
        <message>
            <source>natural gas</source>
            <translation>природный газ</translation>
        </message>
        <message>
            <source>needs {grids}</source>
            <translation>нужен файл {grids}</translation>
        </message>
        <message>
            <source>neither an IIN nor a BIN</source>
            <translation>ни ИИН, ни БИН</translation>
        </message>
        <message>
            <source>nested too deeply</source>
            <translation>слишком глубокая вложенность</translation>
        </message>
        <message>
            <source>never</source>
            <translation>никогда</translation>
        </message>
        <message>
            <source>never pulled</source>
            <translation>не получали</translation>
        </message>
        <message>
            <source>nickel</source>
            <translation>никель</translation>
        </message>
        <message>
            <source>niobium</source>
            <translation>ниобий</translation>
        </message>
        <message>
            <source>no JSON came</source>
            <translation>пришёл не JSON</translation>
        </message>
        <message>
            <source>no applicant is named</source>
            <translation>заявитель не указан</translation>
        </message>
        <message>
            <source>no blocks are chosen</source>
            <translation>блоки не выбраны</translation>
        </message>
        <message>
            <source>no coordinates of a point in the country</source>
            <translation>это не координаты точки в стране</translation>
        </message>
        <message>
            <source>no longer wanted</source>
            <translation>отменено вами</translation>
        </message>
        <message>
            <source>no map sheet before it</source>
            <translation>перед этим нет листа карты</translation>
        </message>
        <message>
            <source>no pull of it had succeeded by then</source>
            <translation>к этому моменту её ни разу не удалось получить</translation>
        </message>
        <message>
            <source>no version is written in it</source>
            <translation>в нём не записана версия</translation>
        </message>
        <message>
            <source>none chosen yet</source>
            <translation>пока не выбраны</translation>
        </message>
        <message>
            <source>none granted</source>
            <translation>ни один не дали бы</translation>
        </message>
        <message>
            <source>none needed</source>
            <translation>не потребовался</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>пока нет</translation>
        </message>
        <message>
            <source>not a GeoPackage</source>
            <translation>не GeoPackage</translation>
        </message>
        <message>
            <source>not an address of the web</source>
            <translation>не веб-адрес</translation>
        </message>
        <message>
            <source>not an allowed value</source>
            <translation>недопустимое значение</translation>
        </message>
        <message>
            <source>not asked yet</source>
            <translation>ещё не запрашивали</translation>
        </message>
        <message>
            <source>not certified yet</source>
            <translation>ещё не заверено</translation>
        </message>
        <message>
            <source>not filed</source>
            <translation>не подано</translation>
        </message>
        <message>
            <source>not given</source>
            <translation>не указан</translation>
        </message>
        <message>
            <source>not granted: {count}</source>
            <translation>не будет выдано: {count}</translation>
        </message>
        <message>
            <source>not in UTF-8</source>
            <translation>не в UTF-8</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>не известен</translation>
        </message>
        <message>
            <source>not known here</source>
            <translation>здесь неизвестно</translation>
        </message>
        <message>
            <source>not known whether it is needed</source>
            <translation>неизвестно, нужно ли</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>пока не известен</translation>
        </message>
        <message>
            <source>not needed here</source>
            <translation>здесь не требуется</translation>
        </message>
        <message>
            <source>not offered</source>
            <translation>не предлагает</translation>
        </message>
        <message>
            <source>not on this computer</source>
            <translation>не на этом компьютере</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>не дошли</translation>
        </message>
        <message>
            <source>not read yet</source>
            <translation>ещё не прочитано</translation>
        </message>
        <message>
            <source>not the BIN of a legal entity</source>
            <translation>не БИН юридического лица</translation>
        </message>
        <message>
            <source>not the IIN of a person</source>
            <translation>не ИИН физического лица</translation>
        </message>
        <message>
            <source>not understood</source>
            <translation>не понято</translation>
        </message>
        <message>
            <source>now: {value}</source>
            <translation>теперь: {value}</translation>
        </message>
        <message>
            <source>number, day</source>
            <translation>номер, дата</translation>
        </message>
        <message>
            <source>number, day, issuing body</source>
            <translation>номер, дата, орган</translation>
        </message>
        <message>
            <source>of an unknown format</source>
            <translation>неизвестный формат</translation>
        </message>
        <message>
            <source>of another type</source>
            <translation>другого типа</translation>
        </message>
        <message>
            <source>offered: {value}</source>
            <translation>предлагается: {value}</translation>
        </message>
        <message>
            <source>oil</source>
            <translation>нефть</translation>
        </message>
        <message>
            <source>on an untold day</source>
            <translation>(день не указан)</translation>
        </message>
        <message>
            <source>open pit</source>
            <translation>карьер</translation>
        </message>
        <message>
            <source>out of range</source>
            <translation>вне допустимых пределов</translation>
        </message>
        <message>
            <source>outside the country</source>
            <translation>за пределами страны</translation>
        </message>
        <message>
            <source>outside: {value}</source>
            <translation>снаружи: {value}</translation>
        </message>
        <message>
            <source>page {page}</source>
            <translation>страница {page}</translation>
        </message>
        <message>
            <source>page {page} of {pages}</source>
            <translation>страница {page} из {pages}</translation>
        </message>
        <message>
            <source>pages kept: {value}</source>
            <translation>сохранено страниц: {value}</translation>
        </message>
        <message>
            <source>partial</source>
            <translation>неполный</translation>
        </message>
        <message>
            <source>partial {received}/{expected}</source>
            <translation>неполный {received}/{expected}</translation>
        </message>
        <message>
            <source>partly restricted</source>
            <translation>частично ограничен</translation>
        </message>
        <message>
            <source>partly taken</source>
            <translation>частично занят</translation>
        </message>
        <message>
            <source>perhaps meant: {value}</source>
            <translation>возможно, имелось в виду: {value}</translation>
        </message>
        <message>
            <source>perhaps {candidates}</source>
            <translation>возможно, {candidates}</translation>
        </message>
        <message>
            <source>phosphorite</source>
            <translation>фосфорит</translation>
        </message>
        <message>
            <source>plan of works</source>
            <translation>план работ</translation>
        </message>
        <message>
            <source>plots: {count}</source>
            <translation>участков: {count}</translation>
        </message>
        <message>
            <source>plots: {plots}, corners: {corners}</source>
            <translation>участков: {plots}, угловых точек: {corners}</translation>
        </message>
        <message>
            <source>position {value}</source>
            <translation>позиция {value}</translation>
        </message>
        <message>
            <source>potash</source>
            <translation>калийные соли</translation>
        </message>
        <message>
            <source>predicted in part</source>
            <translation>прогноз неполный</translation>
        </message>
        <message>
            <source>promised at first: {value}</source>
            <translation>сначала обещано: {value}</translation>
        </message>
        <message>
            <source>promised at last: {value}</source>
            <translation>в конце обещано: {value}</translation>
        </message>
        <message>
            <source>pulling</source>
            <translation>загружается</translation>
        </message>
        <message>
            <source>rare-earth elements</source>
            <translation>редкоземельные элементы</translation>
        </message>
        <message>
            <source>read: {age}</source>
            <translation>прочитан: {age}</translation>
        </message>
        <message>
            <source>receipt {value}</source>
            <translation>расписка {value}</translation>
        </message>
        <message>
            <source>receipt: {value}</source>
            <translation>расписка: {value}</translation>
        </message>
        <message>
            <source>received: {value}</source>
            <translation>получено: {value}</translation>
        </message>
        <message>
            <source>refused to the applicant</source>
            <translation>отказ заявителю</translation>
        </message>
        <message>
            <source>restricted</source>
            <translation>ограничен</translation>
        </message>
        <message>
            <source>resumed</source>
            <translation>продолжено</translation>
        </message>
        <message>
            <source>revoked {date}</source>
            <translation>отозвана {date}</translation>
        </message>
        <message>
            <source>rule pack</source>
            <translation>пакет правил</translation>
        </message>
        <message>
            <source>rule pack, assumed</source>
            <translation>пакет правил, принято условно</translation>
        </message>
        <message>
            <source>rule pack, from a secondary source</source>
            <translation>пакет правил, по вторичному источнику</translation>
        </message>
        <message>
            <source>sand</source>
            <translation>песок</translation>
        </message>
        <message>
            <source>scale 1:{value}</source>
            <translation>масштаб 1:{value}</translation>
        </message>
        <message>
            <source>sent, arrival not known</source>
            <translation>отправлено, получение не подтверждено</translation>
        </message>
        <message>
            <source>serves until {day}</source>
            <translation>действует до {day}</translation>
        </message>
        <message>
            <source>sheet,nomenclature,topographic map,frame,index,subsoil</source>
            <translation>лист,номенклатура,топографическая карта,рамка,разграфка,недра</translation>
        </message>
        <message>
            <source>silver</source>
            <translation>серебро</translation>
        </message>
        <message>
            <source>size: {value}</source>
            <translation>размер: {value}</translation>
        </message>
        <message>
            <source>stale</source>
            <translation>устаревший</translation>
        </message>
        <message>
            <source>starting over, the source has changed</source>
            <translation>сначала: источник изменился</translation>
        </message>
        <message>
            <source>state programme</source>
            <translation>госпрограмма</translation>
        </message>
        <message>
            <source>taken</source>
            <translation>занят</translation>
        </message>
        <message>
            <source>tantalum</source>
            <translation>тантал</translation>
        </message>
        <message>
            <source>the check digit is wrong: a digit was mistyped</source>
            <translation>контрольная цифра не сходится: опечатка</translation>
        </message>
        <message>
            <source>the easting and the text name two zones</source>
            <translation>восточная координата и текст называют разные зоны</translation>
        </message>
        <message>
            <source>the figures can be read in several ways</source>
            <translation>цифры можно прочитать по-разному</translation>
        </message>
        <message>
            <source>the file exists already</source>
            <translation>файл уже существует</translation>
        </message>
        <message>
            <source>the file is smaller by {size}</source>
            <translation>файл уменьшился на {size}</translation>
        </message>
        <message>
            <source>the letter can be read in several ways</source>
            <translation>букву можно прочитать по-разному</translation>
        </message>
        <message>
            <source>the mark may belong to several blocks</source>
            <translation>пометка может относиться к нескольким блокам</translation>
        </message>
        <message>
            <source>the numbers can be read in several ways</source>
            <translation>числа можно прочитать по-разному</translation>
        </message>
        <message>
            <source>the other workspace has no such source</source>
            <translation>в другом рабочем наборе данных такого источника нет</translation>
        </message>
        <message>
            <source>the other's snapshot: {value}</source>
            <translation>другой срез: {value}</translation>
        </message>
        <message>
            <source>the range runs backwards</source>
            <translation>диапазон идёт в обратную сторону</translation>
        </message>
        <message>
            <source>there</source>
            <translation>имеется</translation>
        </message>
        <message>
            <source>there is no such block (1 to 25)</source>
            <translation>такого блока нет (от 1 до 25)</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>такого файла нет</translation>
        </message>
        <message>
            <source>there is no such map sheet (1 to 144)</source>
            <translation>такого листа карты нет (от 1 до 144)</translation>
        </message>
        <message>
            <source>there is no such section</source>
            <translation>такой секции нет</translation>
        </message>
        <message>
            <source>there is no such subsection</source>
            <translation>такой подсекции нет</translation>
        </message>
        <message>
            <source>tin</source>
            <translation>олово</translation>
        </message>
        <message>
            <source>titanium</source>
            <translation>титан</translation>
        </message>
        <message>
            <source>today</source>
            <translation>сегодня</translation>
        </message>
        <message>
            <source>too old</source>
            <translation>срок истёк</translation>
        </message>
        <message>
            <source>tungsten</source>
            <translation>вольфрам</translation>
        </message>
        <message>
            <source>uncertain: {count}</source>
            <translation>неясно: {count}</translation>
        </message>
        <message>
            <source>underground mine</source>
            <translation>подземный рудник</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>неизвестно</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>до {date}</translation>
        </message>
        <message>
            <source>uranium</source>
            <translation>уран</translation>
        </message>
        <message>
            <source>vanadium</source>
            <translation>ванадий</translation>
        </message>
        <message>
            <source>version {value}</source>
            <translation>версия {value}</translation>
        </message>
        <message>
            <source>waited {value} s</source>
            <translation>ждали {value} с</translation>
        </message>
        <message>
            <source>waits to be sent</source>
            <translation>ожидает отправки</translation>
        </message>
        <message>
            <source>what could not be told: {count}.</source>
            <translation>не удалось выяснить: {count}.</translation>
        </message>
        <message>
            <source>without identifier: {value}</source>
            <translation>без идентификатора: {value}</translation>
        </message>
        <message>
            <source>works without a cost: {number}</source>
            <translation>работ без стоимости: {number}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>вчера</translation>
        </message>
        <message>
            <source>your assumption, {growth}</source>
            <translation>ваше предположение, {growth}</translation>
        </message>
        <message>
            <source>your own</source>
            <translation>ваш</translation>
        </message>
        <message>
            <source>zinc</source>
            <translation>цинк</translation>
        </message>
        <message>
            <source>{amount} MCI</source>
            <translation>{amount} МРП</translation>
        </message>
        <message>
            <source>{amount}, years: {years}</source>
            <translation>{amount}, лет: {years}</translation>
        </message>
        <message>
            <source>{area} km²</source>
            <translation>{area} км²</translation>
        </message>
        <message>
            <source>{blocks}: {before} → {after}</source>
            <translation>{blocks}: {before} → {after}</translation>
        </message>
        <message>
            <source>{code} is named more than once; it was made once.</source>
            <translation>{code} назван несколько раз; создан один раз.</translation>
        </message>
        <message>
            <source>{columns} × {rows} = {count} blocks</source>
            <translation>{columns} × {rows} = {count} блоков</translation>
        </message>
        <message>
            <source>{count} blocks</source>
            <translation>блоков: {count}</translation>
        </message>
        <message>
            <source>{count} licences: {blocks} blocks</source>
            <translation>Лицензий: {count}; блоков: {blocks}</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} дн.</translation>
        </message>
        <message>
            <source>{metres} m</source>
            <translation>{metres} м</translation>
        </message>
        <message>
            <source>{metres} m away ({lon}″ east, {lat}″ north)</source>
            <translation>на {metres} м ({lon}″ на восток, {lat}″ на север)</translation>
        </message>
        <message>
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} мин {seconds} с</translation>
        </message>
        <message>
            <source>{name} was deleted.</source>
            <translation>Черновик «{name}» удалён.</translation>
        </message>
        <message>
            <source>{name}, copy</source>
            <translation>{name}, копия</translation>
        </message>
        <message>
            <source>{name}: {count} blocks</source>
            <translation>{name}: блоков {count}</translation>
        </message>
        <message>
            <source>{number} GB</source>
            <translation>{number} ГБ</translation>
        </message>
        <message>
            <source>{number} KB</source>
            <translation>{number} КБ</translation>
        </message>
        <message>
            <source>{number} MB</source>
            <translation>{number} МБ</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} с</translation>
        </message>
        <message>
            <source>{some} and {last}</source>
            <translation>{some} и {last}</translation>
        </message>
        <message>
            <source>{source} is off the list. Its data stays in {workspace}; open it again from the menu.</source>
            <translation>Источник «{source}» убран из списка. Его данные остаются в {workspace}; их можно снова открыть из меню.</translation>
        </message>
        <message>
            <source>{standing}; asked for in part</source>
            <translation>{standing}; запрошен частично</translation>
        </message>
        <message>
            <source>{theme}, as of {moment}</source>
            <translation>{theme}, на {moment}</translation>
        </message>
        <message>
            <source>{theme}, only {source}</source>
            <translation>{theme}, только {source}</translation>
        </message>
        <message>
            <source>{theme}, only {source}, as of {moment}</source>
            <translation>{theme}, только {source}, на {moment}</translation>
        </message>
        <message>
            <source>{theme}: added</source>
            <translation>{theme}: добавлено</translation>
        </message>
        <message>
            <source>{theme}: added {added}, removed {removed}, changed {changed}; versions that came and went: {passing}</source>
            <translation>{theme}: добавлено {added}, удалено {removed}, изменено {changed}; промежуточных версий: {passing}</translation>
        </message>
        <message>
            <source>{theme}: changed</source>
            <translation>{theme}: изменено</translation>
        </message>
        <message>
            <source>{theme}: codes and geometry disagree</source>
            <translation>{theme}: коды и геометрия расходятся</translation>
        </message>
        <message>
            <source>{theme}: codes and geometry disagree: {count}</source>
            <translation>{theme}: коды и геометрия расходятся: {count}</translation>
        </message>
        <message>
            <source>{theme}: codes and geometry disagree: {disagree}; agree: {agree}; cannot be told: {unknown}</source>
            <translation>{theme}: коды и геометрия расходятся: {disagree}; согласны: {agree}; сказать нельзя: {unknown}</translation>
        </message>
        <message>
            <source>{theme}: comparing block codes with geometry</source>
            <translation>{theme}: сравнение кодов блоков с геометрией</translation>
        </message>
        <message>
            <source>{theme}: expected {expected}, received {received}, added {added}, changed {changed}, gone {gone}</source>
            <translation>{theme}: ожидалось {expected}, получено {received}, добавлено {added}, изменено {changed}, исчезло {gone}</translation>
        </message>
        <message>
            <source>{theme}: partly unknown as of {moment}</source>
            <translation>{theme}: на {moment} известно не всё</translation>
        </message>
        <message>
            <source>{theme}: removed</source>
            <translation>{theme}: удалено</translation>
        </message>
        <message>
            <source>{theme}: rests on a partial pull; features may be missing, and vanished ones still be there.</source>
            <translation>{theme}: основано на неполном срезе; часть объектов может отсутствовать, а исчезнувшие могут ещё числиться.</translation>
        </message>
        <message>
            <source>{theme}: unknown ({source}): {reason}</source>
            <translation>{theme}: неизвестно ({source}): {reason}</translation>
        </message>
        <message>
            <source>{theme}: unknown as of {moment}</source>
            <translation>{theme}: на {moment} неизвестно</translation>
        </message>
        <message>
            <source>{theme}: versions of features that only they showed: {number}</source>
            <translation>{theme}: версий объектов, видных только в них: {number}</translation>
        </message>
        <message>
            <source>{theme}: {state}, received {received} of {expected}</source>
            <translation>{theme}: {state}, получено {received} из {expected}</translation>
        </message>
        <message>
            <source>{title} – never pulled</source>
            <translation>{title} — ни разу не загружалось</translation>
        </message>
        <message>
            <source>{title} – pulled {age} (snapshot {number})</source>
            <translation>{title} — загружено: {age} (срез {number})</translation>
        </message>
        <message>
            <source>• article {article}: {before} → {after}, blocks: {count}</source>
            <translation>• статья {article}: {before} → {after}, блоков: {count}</translation>
        </message>
    </context>
</TS>
