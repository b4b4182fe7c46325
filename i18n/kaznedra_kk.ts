<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk_KZ" sourcelanguage="en">
    <context>
        <name>Kaznedra</name>
        <message>
            <source> MB</source>
            <translation> МБ</translation>
        </message>
        <message>
            <source> days</source>
            <translation> күн</translation>
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
            <translation>&amp;Қосу</translation>
        </message>
        <message>
            <source>&amp;Add a source…</source>
            <translation>Дереккөз &amp;қосу…</translation>
        </message>
        <message>
            <source>&amp;Add to the draft</source>
            <translation>Жобаға &amp;қосу</translation>
        </message>
        <message>
            <source>&amp;Add works</source>
            <translation>Жұмыс &amp;қосу</translation>
        </message>
        <message>
            <source>&amp;Application</source>
            <translation>Ө&amp;тініш</translation>
        </message>
        <message>
            <source>&amp;Archive the draft</source>
            <translation>Жобаны &amp;мұрағаттау</translation>
        </message>
        <message>
            <source>&amp;Bring it back</source>
            <translation>&amp;Қайтару</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Болдырмау</translation>
        </message>
        <message>
            <source>&amp;Choose blocks by {file}…</source>
            <translation>{file} бойынша блоктарды &amp;таңдау…</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Жабу</translation>
        </message>
        <message>
            <source>&amp;Codes where there is room for them</source>
            <translation>&amp;Орын бар жерде кодтар</translation>
        </message>
        <message>
            <source>&amp;Compare drafts…</source>
            <translation>Жобаларды &amp;салыстыру…</translation>
        </message>
        <message>
            <source>&amp;Connect…</source>
            <translation>&amp;Қосылу…</translation>
        </message>
        <message>
            <source>&amp;Copy codes</source>
            <translation>Кодтарды &amp;көшіру</translation>
        </message>
        <message>
            <source>&amp;Copy the command</source>
            <translation>&amp;Пәрменді көшіру</translation>
        </message>
        <message>
            <source>&amp;Data is stale after</source>
            <translation>Деректер &amp;мынадан кейін ескіреді</translation>
        </message>
        <message>
            <source>&amp;Datum of the coordinates</source>
            <translation>&amp;Координаттар жүйесі</translation>
        </message>
        <message>
            <source>&amp;Day of issue</source>
            <translation>&amp;Берілген күні</translation>
        </message>
        <message>
            <source>&amp;Details</source>
            <translation>&amp;Толығырақ</translation>
        </message>
        <message>
            <source>&amp;Distance around the features</source>
            <translation>Нысандар айналасындағы қа&amp;шықтық</translation>
        </message>
        <message>
            <source>&amp;Do nothing</source>
            <translation>&amp;Ештеңе істемеу</translation>
        </message>
        <message>
            <source>&amp;Duplicate the draft</source>
            <translation>Жобаның &amp;көшірмесін жасау</translation>
        </message>
        <message>
            <source>&amp;Edit the source…</source>
            <translation>Дереккөзді ө&amp;згерту…</translation>
        </message>
        <message>
            <source>&amp;Everything</source>
            <translation>&amp;Бәрі</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;Экспорттау</translation>
        </message>
        <message>
            <source>&amp;Export the application…</source>
            <translation>Өтінішті &amp;экспорттау…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Файл</translation>
        </message>
        <message>
            <source>&amp;File at {platform}</source>
            <translation>&amp;Тапсыру: {platform}</translation>
        </message>
        <message>
            <source>&amp;Fill in as my assumption</source>
            <translation>Менің болжамым ретінде &amp;толтыру</translation>
        </message>
        <message>
            <source>&amp;Folder for new workspaces</source>
            <translation>Жаңа жұмыс жинақтарының &amp;қалтасы</translation>
        </message>
        <message>
            <source>&amp;Individual</source>
            <translation>&amp;Жеке тұлға</translation>
        </message>
        <message>
            <source>&amp;Install</source>
            <translation>&amp;Орнату</translation>
        </message>
        <message>
            <source>&amp;Kazakh</source>
            <translation>&amp;Қазақша</translation>
        </message>
        <message>
            <source>&amp;Keep…</source>
            <translation>Са&amp;қтау…</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Тіл</translation>
        </message>
        <message>
            <source>&amp;Leave out: {count}</source>
            <translation>&amp;Алып тастау: {count}</translation>
        </message>
        <message>
            <source>&amp;Legal entity</source>
            <translation>&amp;Заңды тұлға</translation>
        </message>
        <message>
            <source>&amp;Lines</source>
            <translation>&amp;Сызықтар</translation>
        </message>
        <message>
            <source>&amp;Minerals</source>
            <translation>Пайдалы қаз&amp;балар</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Атауы</translation>
        </message>
        <message>
            <source>&amp;New draft</source>
            <translation>&amp;Жаңа жоба</translation>
        </message>
        <message>
            <source>&amp;New folder</source>
            <translation>&amp;Жаңа қалта</translation>
        </message>
        <message>
            <source>&amp;New workspace…</source>
            <translation>&amp;Жаңа жұмыс деректер жинағы…</translation>
        </message>
        <message>
            <source>&amp;OK</source>
            <translation>&amp;ОК</translation>
        </message>
        <message>
            <source>&amp;Opacity</source>
            <translation>&amp;Мөлдір еместігі</translation>
        </message>
        <message>
            <source>&amp;Open it in QGIS</source>
            <translation>QGIS-те &amp;ашу</translation>
        </message>
        <message>
            <source>&amp;Open the folder</source>
            <translation>Қалтаны &amp;ашу</translation>
        </message>
        <message>
            <source>&amp;Open workspace…</source>
            <translation>Жұмыс деректер жинағын аш&amp;у…</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Ашу…</translation>
        </message>
        <message>
            <source>&amp;Paste a column</source>
            <translation>&amp;Бағанды қою</translation>
        </message>
        <message>
            <source>&amp;Paste codes or coordinates…</source>
            <translation>Кодтарды не координаттарды &amp;енгізу…</translation>
        </message>
        <message>
            <source>&amp;Profile</source>
            <translation>&amp;Профиль</translation>
        </message>
        <message>
            <source>&amp;Put ours there</source>
            <translation>&amp;Біздікін сонда салу</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>Ж&amp;ою</translation>
        </message>
        <message>
            <source>&amp;Remove from the draft</source>
            <translation>Жобадан &amp;алып тастау</translation>
        </message>
        <message>
            <source>&amp;Remove snapshots: {number}</source>
            <translation>Қималарды &amp;жою: {number}</translation>
        </message>
        <message>
            <source>&amp;Remove the source from the list</source>
            <translation>Дереккөзді тізімнен &amp;алып тастау</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>&amp;Атын өзгерту</translation>
        </message>
        <message>
            <source>&amp;Replace the draft's blocks</source>
            <translation>Жоба блоктарын &amp;ауыстыру</translation>
        </message>
        <message>
            <source>&amp;Russian</source>
            <translation>&amp;Орысша</translation>
        </message>
        <message>
            <source>&amp;SK-42 to WGS 84</source>
            <translation>&amp;СК-42-ден WGS 84-ке</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Сақтау</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Баптаулар…</translation>
        </message>
        <message>
            <source>&amp;Show</source>
            <translation>&amp;Көрсету</translation>
        </message>
        <message>
            <source>&amp;Show archived drafts</source>
            <translation>Мұрағаттағы жобаларды &amp;көрсету</translation>
        </message>
        <message>
            <source>&amp;Sync</source>
            <translation>&amp;Синхрондау</translation>
        </message>
        <message>
            <source>&amp;Sync only this theme</source>
            <translation>Тек осы тақырыпты &amp;синхрондау</translation>
        </message>
        <message>
            <source>&amp;Test connection</source>
            <translation>Байланысты &amp;тексеру</translation>
        </message>
        <message>
            <source>&amp;Try</source>
            <translation>&amp;Танысу</translation>
        </message>
        <message>
            <source>&amp;Try again</source>
            <translation>&amp;Қайталау</translation>
        </message>
        <message>
            <source>&amp;Which blocks</source>
            <translation>Қандай &amp;блоктар</translation>
        </message>
        <message>
            <source>&amp;Why this state?</source>
            <translation>&amp;Неге мұндай күйде?</translation>
        </message>
        <message>
            <source>&amp;Years</source>
            <translation>&amp;Жыл</translation>
        </message>
        <message>
            <source>&amp;Zoom to the block</source>
            <translation>Картада &amp;блокқа өту</translation>
        </message>
        <message>
            <source>&amp;Zoom to the draft</source>
            <translation>Картада &amp;жобаға өту</translation>
        </message>
        <message>
            <source>&amp;Zoom to the layer</source>
            <translation>Қабатқа &amp;жақындату</translation>
        </message>
        <message>
            <source>12 digits are needed</source>
            <translation>12 цифр керек</translation>
        </message>
        <message>
            <source>A GeoPackage that Kaznedra made here or on another computer.</source>
            <translation>Kaznedra осы не басқа компьютерде жасаған GeoPackage.</translation>
        </message>
        <message>
            <source>A better one was not taken: {operation}, {accuracy}.</source>
            <translation>Дәлірегі алынбады: {operation}, {accuracy}.</translation>
        </message>
        <message>
            <source>A better one, {operation}, {accuracy}, needs the grid file {grids}, which PROJ does not have.</source>
            <translation>Дәлірегіне, {operation}, {accuracy}, {grids} тор файлы керек, ол PROJ-да жоқ.</translation>
        </message>
        <message>
            <source>A licence for each plot</source>
            <translation>Әр учаскеге жеке лицензия</translation>
        </message>
        <message>
            <source>A newer version of the plugin wrote this pack.</source>
            <translation>Бұл буманы модульдің жаңарақ нұсқасы жазған.</translation>
        </message>
        <message>
            <source>A part of the outcome is not known: these are its plots if all uncertain blocks are granted.</source>
            <translation>Нәтиженің бір бөлігі белгісіз: бұл – барлық белгісіз блоктар берілсе шығатын учаскелер.</translation>
        </message>
        <message>
            <source>A platform</source>
            <translation>Платформа</translation>
        </message>
        <message>
            <source>A rule pack cannot be used</source>
            <translation>Қағидалар жинағын қолдану мүмкін емес</translation>
        </message>
        <message>
            <source>A step of the law lies between: {tables}.</source>
            <translation>Олардың арасында заң сатысы бар: {tables}.</translation>
        </message>
        <message>
            <source>A template of the application's papers cannot be used</source>
            <translation>Өтініш құжаттарының үлгісін пайдалану мүмкін емес</translation>
        </message>
        <message>
            <source>A workspace</source>
            <translation>Жұмыс деректер жинағы</translation>
        </message>
        <message>
            <source>A&amp;ddress</source>
            <translation>М&amp;екенжайы</translation>
        </message>
        <message>
            <source>A&amp;pplicant</source>
            <translation>Өтініш &amp;беруші</translation>
        </message>
        <message>
            <source>Accept what the source changed</source>
            <translation>Дереккөз өзгерткенді қабылдау</translation>
        </message>
        <message>
            <source>Accepted for review</source>
            <translation>Қарауға қабылданды</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Қосу</translation>
        </message>
        <message>
            <source>Add a block</source>
            <translation>Блок қосу</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Тұлға қосу</translation>
        </message>
        <message>
            <source>Add a source</source>
            <translation>Жаңа дереккөз</translation>
        </message>
        <message>
            <source>Add an applicant</source>
            <translation>Өтініш берушіні қосу</translation>
        </message>
        <message>
            <source>Add blocks</source>
            <translation>Блоктар қосу</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Файлдар қосу…</translation>
        </message>
        <message>
            <source>Add the block &amp;grid</source>
            <translation>Бл&amp;октар торын қосу</translation>
        </message>
        <message>
            <source>Add works to the year that is current</source>
            <translation>Тізімдегі ағымдағы жылға жұмыс қосу</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Қосылды</translation>
        </message>
        <message>
            <source>Afghanistan</source>
            <translation>Ауғанстан</translation>
        </message>
        <message>
            <source>Akmola region</source>
            <translation>Ақмола облысы</translation>
        </message>
        <message>
            <source>Aktobe region</source>
            <translation>Ақтөбе облысы</translation>
        </message>
        <message>
            <source>All corners miss the minutes to the north-west, as if the blocks were drawn in Pulkovo 1942.</source>
            <translation>Барлық бұрыштық нүктелер минуттардан солтүстік-батысқа ауытқыған: блоктар Пулково 1942 жүйесінде салынған сияқты.</translation>
        </message>
        <message>
            <source>All corners miss the minutes to the south-east, as if the coordinates were in Pulkovo 1942.</source>
            <translation>Барлық бұрыштық нүктелер минуттардан оңтүстік-шығысқа ауытқыған: координаттар Пулково 1942 жүйесінде берілген сияқты.</translation>
        </message>
        <message>
            <source>All corners miss whole minutes by what parts Pulkovo 1942 from WGS 84: see whether the datum is right.</source>
            <translation>Барлық бұрыштар бүтін минуттардан Пулково 1942 мен WGS 84 айырмасындай ауытқыған: координаттар жүйесін тексеріңіз.</translation>
        </message>
        <message>
            <source>All history is kept.</source>
            <translation>Бүкіл тарих сақталады.</translation>
        </message>
        <message>
            <source>All sources</source>
            <translation>Барлық дереккөздер</translation>
        </message>
        <message>
            <source>All that the source has was pulled.</source>
            <translation>Дереккөзде бардың бәрі алынды.</translation>
        </message>
        <message>
            <source>Almaty</source>
            <translation>Алматы</translation>
        </message>
        <message>
            <source>Almaty and Zhetisu regions</source>
            <translation>Алматы және Жетісу облыстары</translation>
        </message>
        <message>
            <source>Also not complete: {themes}.</source>
            <translation>Бұлар да толық емес: {themes}.</translation>
        </message>
        <message>
            <source>An answer was larger than allowed and was not read</source>
            <translation>Жауап рұқсат етілгеннен үлкен, сондықтан оқылмады</translation>
        </message>
        <message>
            <source>An exploration licence does not run for that number of years</source>
            <translation>Барлауға арналған лицензия мұнша жыл қолданылмайды</translation>
        </message>
        <message>
            <source>An exploration licence is not issued for that number of blocks</source>
            <translation>Барлауға арналған лицензия мұндай блок санына берілмейді</translation>
        </message>
        <message>
            <source>An interrupted pull was resumed</source>
            <translation>Үзілген алу жалғастырылды</translation>
        </message>
        <message>
            <source>Annulled</source>
            <translation>Күші жойылды</translation>
        </message>
        <message>
            <source>Another number of features came than the source promised</source>
            <translation>Дереккөз уәде еткеннен басқа сан нысан келді</translation>
        </message>
        <message>
            <source>Another pull of this theme finished while this one was under way</source>
            <translation>Осы алу жүріп жатқанда, осы тақырыптың басқа алуы аяқталды</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Өтініш беруші</translation>
        </message>
        <message>
            <source>Applicant (BIN or IIN)</source>
            <translation>Өтініш беруші (БСН немесе ЖСН)</translation>
        </message>
        <message>
            <source>Applicant's BIN</source>
            <translation>Өтініш берушінің БСН-і</translation>
        </message>
        <message>
            <source>Application of {day}</source>
            <translation>{day} өтініші</translation>
        </message>
        <message>
            <source>Application: {state}</source>
            <translation>Өтініш: {state}</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Өтініштер</translation>
        </message>
        <message>
            <source>Applications that wait to be sent: {count}. Nothing is sent before you look at it and say so.</source>
            <translation>Жіберуді күтіп тұрған өтініштер: {count}. Қарап шығып растамайынша, ештеңе жіберілмейді.</translation>
        </message>
        <message>
            <source>Applications with news from the platform: {count}. {first}</source>
            <translation>Платформадан жаңалығы бар өтініштер: {count}. {first}</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Мұрағатта</translation>
        </message>
        <message>
            <source>Area, km²</source>
            <translation>Ауданы, км²</translation>
        </message>
        <message>
            <source>Armenia</source>
            <translation>Армения</translation>
        </message>
        <message>
            <source>Arrow keys and Space: by keyboard; Ctrl+Z: undo; Esc: leave</source>
            <translation>Көрсеткілер мен бос орын: пернетақтадан; Ctrl+Z: болдырмау; Esc: шығу</translation>
        </message>
        <message>
            <source>Artisanal mining</source>
            <translation>Кен іздеушілік</translation>
        </message>
        <message>
            <source>As &amp;of</source>
            <translation>Сә&amp;т</translation>
        </message>
        <message>
            <source>As QGIS</source>
            <translation>QGIS тіліндей</translation>
        </message>
        <message>
            <source>As if issued on {date}, by the rule pack {pack}.</source>
            <translation>{date} күні берілсе, {pack} ережелер жинағы бойынша.</translation>
        </message>
        <message>
            <source>As it is &amp;sent</source>
            <translation>&amp;Жіберілетін мәтін</translation>
        </message>
        <message>
            <source>As the text names it</source>
            <translation>Мәтінде аталғандай</translation>
        </message>
        <message>
            <source>As&amp;k the platform</source>
            <translation>Платформадан сұ&amp;рау</translation>
        </message>
        <message>
            <source>Ask for it as a &amp;partial block</source>
            <translation>&amp;Толық емес блок ретінде сұрау</translation>
        </message>
        <message>
            <source>Ask for it as a &amp;whole block</source>
            <translation>Т&amp;ұтас блок ретінде сұрау</translation>
        </message>
        <message>
            <source>Ask in part: {count}</source>
            <translation>Ішінара: {count}</translation>
        </message>
        <message>
            <source>Ask only for what would be granted</source>
            <translation>Тек берілетінін ғана сұрау</translation>
        </message>
        <message>
            <source>Ask the platform whether it has it. It can be sent again once the platform says that it has it not.</source>
            <translation>Платформадан ол бар-жоғын сұраңыз. Платформа жоқ деп жауап бергенде ғана қайта жіберуге болады.</translation>
        </message>
        <message>
            <source>Ask the platform's operator for access, or leave the theme out of the sync.</source>
            <translation>Платформа операторынан рұқсат сұраңыз немесе тақырыпты синхрондаудан алып тастаңыз.</translation>
        </message>
        <message>
            <source>Ask the platform's operator, and name the key, before you file it any other way.</source>
            <translation>Өтінішті басқа жолмен бермес бұрын платформа операторынан кілтті атап сұраңыз.</translation>
        </message>
        <message>
            <source>Ask the platform's operator, and name the number of the receipt.</source>
            <translation>Платформа операторына хабарласып, қолхат нөмірін айтыңыз.</translation>
        </message>
        <message>
            <source>Ask the platform's operator. If the source is right, pull again and accept what it changed.</source>
            <translation>Платформа операторынан сұраңыз. Дереккөз дұрыс болса, деректерді қайта алып, өзгерістерді қабылдаңыз.</translation>
        </message>
        <message>
            <source>Asking the platform whether it has it, then sending it…</source>
            <translation>Платформада бар-жоғы сұралып, содан кейін жіберіледі…</translation>
        </message>
        <message>
            <source>Asking the platform…</source>
            <translation>Платформаға сұрау…</translation>
        </message>
        <message>
            <source>Asking the source what it offers</source>
            <translation>Дереккөзден не ұсынатыны сұралуда</translation>
        </message>
        <message>
            <source>Asking…</source>
            <translation>Сұралуда…</translation>
        </message>
        <message>
            <source>Asks what the platform has of the application; sends nothing</source>
            <translation>Платформада өтініштің қандай деректері бар екенін сұрайды; ештеңе жібермейді</translation>
        </message>
        <message>
            <source>Astana</source>
            <translation>Астана</translation>
        </message>
        <message>
            <source>At each pull the block codes of licences, applications and blocks are compared with their geometry. This lists what disagrees, a row for each kind: blocks that are listed and not covered, covered and not listed, marked as partial and whole or the other way round, and outlines that lie off the grid's lines, as if in Pulkovo 1942 (SK-42) or otherwise. Corners within 5 m of the grid's agree with it.

Codes that cannot be read and geometries that cannot be compared are listed too; they are counted as unknown, not as disagreeing.

Snapshot: the number of a snapshot, pull 3 for the third pull, a day or a time. Empty: now.</source>
            <translation>Әр алу кезінде лицензиялардың, өтінімдердің және блоктардың кодтары олардың геометриясымен салыстырылады. Мұнда сәйкессіздіктер тізілген, әр түріне бір жол: көрсетілген, бірақ жабылмаған блоктар; жабылған, бірақ көрсетілмегендер; толық емес деп белгіленген, бірақ толық жабылғандар немесе керісінше; тор сызықтарынан ауытқыған контурлар, Пулково 1942 (СК-42) жүйесінде тұрғандай немесе басқаша. Тор бұрыштарынан 5 м-ден алыс емес бұрыштар сәйкес деп саналады.

Оқылмаған кодтар мен салыстыруға келмейтін геометриялар да тізілген; олар сәйкес емес деп емес, белгісіз деп саналады.

Деректер қимасы: қиманың нөмірі, «pull 3» — үшінші алу, күн немесе уақыт. Бос болса: қазір.</translation>
        </message>
        <message>
            <source>At issue: signature bonus {bonus} ({bonus_kzt}), liquidation security {security} ({security_kzt}).</source>
            <translation>Берілген кезде: қол қою бонусы {bonus} ({bonus_kzt}), жоюды қамтамасыз ету {security} ({security_kzt}).</translation>
        </message>
        <message>
            <source>At this address there is no OGC API - Features</source>
            <translation>Бұл мекенжайда OGC API - Features жоқ</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Қосымшалар</translation>
        </message>
        <message>
            <source>Attachments missing or not in order: {count}; Papers says which.</source>
            <translation>Жоқ немесе дұрыс емес қосымшалар: {count}; қайсысы екені «Құжаттар» қойындысында.</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>Әрекет саны</translation>
        </message>
        <message>
            <source>Atyrau region</source>
            <translation>Атырау облысы</translation>
        </message>
        <message>
            <source>Auction possible until {date}, art. {article}</source>
            <translation>Аукцион мүмкін: {date} дейін, {article}-бап</translation>
        </message>
        <message>
            <source>Auction possible, art. {article}</source>
            <translation>Аукцион мүмкін, {article}-бап</translation>
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
            <translation>Әзербайжан</translation>
        </message>
        <message>
            <source>BIN</source>
            <translation>БСН</translation>
        </message>
        <message>
            <source>BIN or IIN</source>
            <translation>БСН немесе ЖСН</translation>
        </message>
        <message>
            <source>Baikonur</source>
            <translation>Байқоңыр</translation>
        </message>
        <message>
            <source>Base map</source>
            <translation>Картографиялық негіз</translation>
        </message>
        <message>
            <source>Base metals</source>
            <translation>Түсті металдар</translation>
        </message>
        <message>
            <source>Begins on {day}</source>
            <translation>Басталады: {day}</translation>
        </message>
        <message>
            <source>Besides, at issue: signature bonus {bonus}, liquidation security {security}</source>
            <translation>Бұдан бөлек, беру кезінде: қол қою бонусы {bonus}, жоюды қамтамасыз ету {security}</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Блок</translation>
        </message>
        <message>
            <source>Block code</source>
            <translation>Блок коды</translation>
        </message>
        <message>
            <source>Block codes</source>
            <translation>Блок кодтары</translation>
        </message>
        <message>
            <source>Block codes and geometry were not compared; the next sync compares them.</source>
            <translation>Блок кодтары мен геометрия салыстырылмады; оны келесі синхрондау салыстырады.</translation>
        </message>
        <message>
            <source>Block codes that disagree with the geometry</source>
            <translation>Геометриямен сәйкес келмейтін блок кодтары</translation>
        </message>
        <message>
            <source>Block codes, where there is no draft</source>
            <translation>Жоба болмаса, блоктардың кодтары</translation>
        </message>
        <message>
            <source>Block grid</source>
            <translation>Блоктар торы</translation>
        </message>
        <message>
            <source>Block, 1′</source>
            <translation>Блок, 1′</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Блоктар</translation>
        </message>
        <message>
            <source>Blocks and map sheets</source>
            <translation>Блоктар мен карта парақтары</translation>
        </message>
        <message>
            <source>Blocks covered in part, but not marked as partial: {blocks}. {detail}</source>
            <translation>Ішінара жабылған, бірақ толық емес деп белгіленбеген блоктар: {blocks}. {detail}</translation>
        </message>
        <message>
            <source>Blocks covered, but not listed: {blocks}. {detail}</source>
            <translation>Жабылған, бірақ көрсетілмеген блоктар: {blocks}. {detail}</translation>
        </message>
        <message>
            <source>Blocks from codes</source>
            <translation>Кодтар бойынша блоктар</translation>
        </message>
        <message>
            <source>Blocks from corner coordinates</source>
            <translation>Бұрыш координаттары бойынша блоктар</translation>
        </message>
        <message>
            <source>Blocks from polygons</source>
            <translation>Полигондар бойынша блоктар</translation>
        </message>
        <message>
            <source>Blocks listed, but outside the geometry: {blocks}. {detail}</source>
            <translation>Көрсетілген, бірақ геометриядан тыс блоктар: {blocks}. {detail}</translation>
        </message>
        <message>
            <source>Blocks marked as partial, but covered wholly: {blocks}. {detail}</source>
            <translation>Толық емес деп белгіленген, бірақ толық жабылған блоктар: {blocks}. {detail}</translation>
        </message>
        <message>
            <source>Blocks more than half inside</source>
            <translation>Жартысынан көбі ішіндегі блоктар</translation>
        </message>
        <message>
            <source>Blocks of the draft</source>
            <translation>Жобаның блоктары</translation>
        </message>
        <message>
            <source>Blocks of the platform</source>
            <translation>Платформа блоктары</translation>
        </message>
        <message>
            <source>Blocks that share no side with another and are left out: {count}.</source>
            <translation>Басқамен ортақ қабырғасы жоқ, есепке алынбаған блоктар: {count}.</translation>
        </message>
        <message>
            <source>Blocks that would not be granted and cost nothing: {count}.</source>
            <translation>Берілмейтін және шығыны жоқ блоктар: {count}.</translation>
        </message>
        <message>
            <source>Blocks touched</source>
            <translation>Жанасқан блоктар</translation>
        </message>
        <message>
            <source>Blocks wholly inside</source>
            <translation>Толығымен ішіндегі блоктар</translation>
        </message>
        <message>
            <source>Blocks {blocks} → {to}: minimum expenditure {expenditure} MCI, land rent {rent} MCI, security {security} MCI.</source>
            <translation>Блоктар {blocks} → {to}: ең төмен шығыстар {expenditure} АЕК, учаскелер төлемақысы {rent} АЕК, қамтамасыз ету {security} АЕК.</translation>
        </message>
        <message>
            <source>Blocks {blocks}: granted whole {whole}, in part {partial}, uncertain {uncertain}, not granted {refused}; plots that remain: {plots}</source>
            <translation>Блоктар {blocks}: толығымен {whole}, ішінара {partial}, белгісіз {uncertain}, берілмейді {refused}; қалатын учаскелер: {plots}</translation>
        </message>
        <message>
            <source>Blocks: {count}</source>
            <translation>Блоктар: {count}</translation>
        </message>
        <message>
            <source>Blocks: {count}; area: {area} km²</source>
            <translation>Блоктар: {count}; ауданы: {area} км²</translation>
        </message>
        <message>
            <source>Both days and pulls to keep are given.</source>
            <translation>Сақталатын күндер де, алулар да берілген.</translation>
        </message>
        <message>
            <source>Buffer, m</source>
            <translation>Буфер, м</translation>
        </message>
        <message>
            <source>Buildings and plantings of others</source>
            <translation>Үшінші тұлғалардың құрылыстары мен екпелері</translation>
        </message>
        <message>
            <source>Burial ground</source>
            <translation>Жерлеу орны</translation>
        </message>
        <message>
            <source>By licence, over all years:</source>
            <translation>Лицензиялар бойынша, барлық жылдарға:</translation>
        </message>
        <message>
            <source>By your own MCI: {years}.</source>
            <translation>Өзіңіз берген АЕК бойынша: {years}.</translation>
        </message>
        <message>
            <source>By your own assumption that the MCI changes by {percent} % a year: {years}.</source>
            <translation>АЕК жылына {percent} % өзгереді деген өз болжамыңыз бойынша: {years}.</translation>
        </message>
        <message>
            <source>Bytes freed</source>
            <translation>Босатылған байт</translation>
        </message>
        <message>
            <source>C&amp;hoose</source>
            <translation>&amp;Таңдау</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>&amp;Жабу</translation>
        </message>
        <message>
            <source>C&amp;olour…</source>
            <translation>&amp;Түсі…</translation>
        </message>
        <message>
            <source>Calendar year</source>
            <translation>Күнтізбелік жыл</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Болдырмау</translation>
        </message>
        <message>
            <source>Cancelling; your data stays as it was</source>
            <translation>Тоқтатылуда; деректеріңіз бұрынғыдай қалады</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Санаты</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Сертификат</translation>
        </message>
        <message>
            <source>Certified by a notary, Kazakh and Russian</source>
            <translation>Нотариус куәландырған, қаз., орыс.</translation>
        </message>
        <message>
            <source>Certified by the state body</source>
            <translation>Мемлекеттік орган куәландырған</translation>
        </message>
        <message>
            <source>Change the applicant's profile</source>
            <translation>Өтініш берушінің профилін өзгерту</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Өзгерді</translation>
        </message>
        <message>
            <source>Changed at the source</source>
            <translation>Дереккөзде өзгертілген</translation>
        </message>
        <message>
            <source>Changed at the source: {date}</source>
            <translation>Дереккөзде өзгертілген: {date}</translation>
        </message>
        <message>
            <source>Changed since the last complete pull:</source>
            <translation>Соңғы толық алудан бері өзгергені:</translation>
        </message>
        <message>
            <source>Changed: {date}</source>
            <translation>Өзгертілген: {date}</translation>
        </message>
        <message>
            <source>Changed: {part}</source>
            <translation>Өзгертілген: {part}</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Өзгерістер</translation>
        </message>
        <message>
            <source>Changes between two moments or workspaces</source>
            <translation>Екі сәт немесе екі жұмыс деректер жинағы арасындағы өзгерістер</translation>
        </message>
        <message>
            <source>Chart of costs by year</source>
            <translation>Жылдар бойынша шығындар графигі</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Тексеру</translation>
        </message>
        <message>
            <source>Check Settings, Options, Network: the proxy's address and sign-in.</source>
            <translation>«Баптаулар, Параметрлер, Желі» бетінен прокси мекенжайы мен кіруді тексеріңіз.</translation>
        </message>
        <message>
            <source>Check of an application for blocks</source>
            <translation>Блоктарға өтінішті тексеру</translation>
        </message>
        <message>
            <source>Check the address and the clock of this computer. If your organisation uses its own certificates, add them in Settings, Options, Authentication.</source>
            <translation>Мекенжайды және осы компьютердің сағатын тексеріңіз. Ұйымыңыз өз сертификаттарын қолданса, оларды «Баптаулар, Параметрлер, Аутентификация» бетінде қосыңыз.</translation>
        </message>
        <message>
            <source>Check the address and your connection, then try again. You can work on offline with what was pulled before.</source>
            <translation>Мекенжай мен байланысты тексеріп, қайталаңыз. Бұрын алынған деректермен желісіз де жұмыс істей аласыз.</translation>
        </message>
        <message>
            <source>Check the address of the source, or tell the platform's operator.</source>
            <translation>Дереккөз мекенжайын тексеріңіз немесе платформа операторына хабарлаңыз.</translation>
        </message>
        <message>
            <source>Check the address of the source: it is that of the landing page, without /collections at its end.</source>
            <translation>Дереккөз мекенжайын тексеріңіз: ол бастапқы беттің мекенжайы, соңында /collections болмайды.</translation>
        </message>
        <message>
            <source>Check the address: it is that of the landing page. Ask the platform's operator for it.</source>
            <translation>Мекенжайды тексеріңіз: ол бастапқы беттің мекенжайы. Оны платформа операторынан сұраңыз.</translation>
        </message>
        <message>
            <source>Check the coordinates: longitude first, then latitude.</source>
            <translation>Координаттарды тексеріңіз: алдымен бойлық, содан кейін ендік.</translation>
        </message>
        <message>
            <source>Check the permissions of the file and its folder, or copy it to a folder of your own.</source>
            <translation>Файл мен қалтаның рұқсаттарын тексеріңіз немесе оны өз қалтаңызға көшіріңіз.</translation>
        </message>
        <message>
            <source>Check: {state}</source>
            <translation>Тексеру: {state}</translation>
        </message>
        <message>
            <source>Checked just now: clear.</source>
            <translation>Жаңа ғана тексерілді: кедергі жоқ.</translation>
        </message>
        <message>
            <source>Checked just now: conflict. Conflicts: {conflicts}; </source>
            <translation>Жаңа ғана тексерілді: қайшылық. Қайшылықтар: {conflicts}; </translation>
        </message>
        <message>
            <source>Checked just now: unknown. </source>
            <translation>Жаңа ғана тексерілді: белгісіз. </translation>
        </message>
        <message>
            <source>Checking on the newest data…</source>
            <translation>Ең жаңа деректер бойынша тексеру…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Тексерілуде…</translation>
        </message>
        <message>
            <source>Checks blocks for which an exploration licence is to be applied for, by the rules of the Code on Subsoil and what the workspace knows of rights, applications, restricted and other areas around them.

Every rule answers for every block: clear, conflict, or unknown where a theme is missing, stale, partial or failed, where a record does not say what it is, or where the law as read is not certain. Each finding names its article, what it met, and the snapshot that it rests on with its age.

The outcome says which blocks would be granted whole or in part, which not, and what to leave out. Costs are those of the first term, as a sum over the licences that the application leads to and for each of them: separate plots become separate licences. They are the plots of the outcome, of which uncertain blocks count as granted; where none would be granted, those of the blocks given.

Date: of the application, today where it is empty. A day of the past is checked as of its end.
Applicant: BIN or IIN; without it, revoked and relinquished rights stay unknown.
Consents: of holders and owners that are at hand, as theme/id, separated by commas.</source>
            <translation>Барлауға лицензия сұралатын блоктарды Жер қойнауы туралы кодекс ережелері бойынша және жұмыс деректер жинағына құқықтар, өтініштер, шектеулі және өзге аумақтар туралы белгілі деректер бойынша тексереді.

Әр ереже әр блок бойынша жауап береді: таза, қайшылық немесе белгісіз — тақырып жоқ, ескірген, толық алынбаған не алынбаған болса, жазба оның не екенін айтпаса немесе оқылған заң нақты болмаса. Әр қорытынды бапты, блок немен түйіскенін және деректердің суретін жасымен бірге атайды.

Нәтиже қай блоктар толығымен немесе ішінара берілетінін, қайсысы берілмейтінін және нені алып тастау керегін көрсетеді. Шығындар – бірінші мерзім үшін: өтініш алып келетін лицензиялар бойынша қосындысымен және әрқайсысы бойынша; бөлек учаскелер жеке лицензияларға айналады. Бұл – нәтиженің учаскелері, ондағы белгісіз блоктар берілген деп саналады; бірде-бірі берілмесе – көрсетілген блоктардың учаскелері.

Күні: өтініш күні, бос болса — бүгін. Өткен күн оның соңына қарай тексеріледі.
Өтініш беруші: БСН немесе ЖСН; онсыз кері алынған және қайтарылған құқықтар белгісіз күйінде қалады.
Келісімдер: қолда бар келісімдер, тақырып/идентификатор түрінде, үтірмен бөлінеді.</translation>
        </message>
        <message>
            <source>China</source>
            <translation>Қытай</translation>
        </message>
        <message>
            <source>Choose a GeoPackage that Kaznedra made, or create a new workspace.</source>
            <translation>Kaznedra жасаған GeoPackage таңдаңыз немесе жаңа жұмыс деректер жинағын құрыңыз.</translation>
        </message>
        <message>
            <source>Choose a GeoPackage that opens in QGIS. QGIS saves other layers as one: Export, Save Features As.</source>
            <translation>QGIS-те ашылатын GeoPackage таңдаңыз. Басқа қабаттарды QGIS оған өзі сақтайды: Export, Save Features As.</translation>
        </message>
        <message>
            <source>Choose a later moment; kaznedra:snapshots lists the pulls.</source>
            <translation>Кейінірек сәтті таңдаңыз; қималардың тізімін kaznedra:snapshots береді.</translation>
        </message>
        <message>
            <source>Choose a layer with polygons, or select some of its features; give lines a distance.</source>
            <translation>Полигондары бар қабатты таңдаңыз немесе оның кейбір нысандарын белгілеңіз; сызықтар үшін қашықтықты көрсетіңіз.</translation>
        </message>
        <message>
            <source>Choose a new or an empty folder.</source>
            <translation>Жаңа немесе бос қалтаны таңдаңыз.</translation>
        </message>
        <message>
            <source>Choose a smaller area.</source>
            <translation>Кішірек аумақты таңдаңыз.</translation>
        </message>
        <message>
            <source>Choose a source whose platform takes them, or export the application and hand it in otherwise.</source>
            <translation>Платформасы өтініш қабылдайтын дереккөзді таңдаңыз немесе өтінішті экспорттап, басқа жолмен беріңіз.</translation>
        </message>
        <message>
            <source>Choose an applicant, or give the path of a profile in JSON.</source>
            <translation>Өтініш берушіні таңдаңыз немесе JSON пішініндегі профильдің жолын көрсетіңіз.</translation>
        </message>
        <message>
            <source>Choose an area in Kazakhstan, and see that its CRS is right.</source>
            <translation>Қазақстандағы аумақты таңдап, оның координаттар жүйесін тексеріңіз.</translation>
        </message>
        <message>
            <source>Choose another file for the output.</source>
            <translation>Нәтиже үшін басқа файлды таңдаңыз.</translation>
        </message>
        <message>
            <source>Choose another name, or open the file as a workspace.</source>
            <translation>Басқа атау таңдаңыз немесе файлды жұмыс деректер жинағы ретінде ашыңыз.</translation>
        </message>
        <message>
            <source>Choose blocks and an applicant, then try again.</source>
            <translation>Блоктар мен өтініш берушіні таңдап, қайталап көріңіз.</translation>
        </message>
        <message>
            <source>Choose blocks by codes or coordinates</source>
            <translation>Блоктарды кодтар не координаттар бойынша таңдау</translation>
        </message>
        <message>
            <source>Choose blocks by features</source>
            <translation>Блоктарды нысандар бойынша таңдау</translation>
        </message>
        <message>
            <source>Choose blocks first: the costs depend on their number.</source>
            <translation>Алдымен блоктарды таңдаңыз: шығындар олардың санына байланысты.</translation>
        </message>
        <message>
            <source>Choose blocks first: what must be spent depends on them.</source>
            <translation>Алдымен блоктарды таңдаңыз: ең төмен шығыстар соларға байланысты.</translation>
        </message>
        <message>
            <source>Choose blocks from a file</source>
            <translation>Блоктарды файлдан таңдау</translation>
        </message>
        <message>
            <source>Choose blocks on the map or by their codes.</source>
            <translation>Блоктарды картадан немесе кодтары бойынша таңдаңыз.</translation>
        </message>
        <message>
            <source>Choose blocks, and the rules of the law are checked here.</source>
            <translation>Блоктарды таңдаңыз, сонда мұнда заң ережелері бойынша тексеру шығады.</translation>
        </message>
        <message>
            <source>Choose how much history is kept</source>
            <translation>Қанша тарих сақталатынын таңдау</translation>
        </message>
        <message>
            <source>Choose the datum.</source>
            <translation>Координаттар жүйесін таңдаңыз.</translation>
        </message>
        <message>
            <source>Choose the file of the source profile.</source>
            <translation>Дереккөз профилінің файлын таңдаңыз.</translation>
        </message>
        <message>
            <source>Choose who applies, or add a profile.</source>
            <translation>Өтініш берушіні таңдаңыз немесе профиль қосыңыз.</translation>
        </message>
        <message>
            <source>Choose with a lasso</source>
            <translation>Лассомен таңдау</translation>
        </message>
        <message>
            <source>Cited, and so kept: {names}</source>
            <translation>Сілтеме бар, сондықтан сақталды: {names}</translation>
        </message>
        <message>
            <source>Citizenship</source>
            <translation>Азаматтығы</translation>
        </message>
        <message>
            <source>Click: choose a block, or no longer</source>
            <translation>Шерту: блокты таңдау не таңдаудан алу</translation>
        </message>
        <message>
            <source>Close the program that holds it (often a second QGIS), then try again.</source>
            <translation>Оны ұстап тұрған бағдарламаны (көбіне екінші QGIS) жауып, қайталаңыз.</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Жабылған</translation>
        </message>
        <message>
            <source>Coal</source>
            <translation>Көмір</translation>
        </message>
        <message>
            <source>Code on Subsoil, article {article}</source>
            <translation>«Жер қойнауы және жер қойнауын пайдалану туралы» кодекс, {article}-бап</translation>
        </message>
        <message>
            <source>Codes and geometry disagree: {count}.</source>
            <translation>Кодтар мен геометрия сәйкес емес: {count}.</translation>
        </message>
        <message>
            <source>Codes and geometry disagree: {disagree}; agree: {agree}; cannot be told: {unknown}.</source>
            <translation>Кодтар мен геометрия сәйкес емес: {disagree}; сәйкес: {agree}; айту мүмкін емес: {unknown}.</translation>
        </message>
        <message>
            <source>Codes that cannot be read: {detail}</source>
            <translation>Оқылмаған кодтар: {detail}</translation>
        </message>
        <message>
            <source>Codes, coordinates or features</source>
            <translation>Кодтар, координаттар не нысандар</translation>
        </message>
        <message>
            <source>Colour of the draft</source>
            <translation>Жобаның түсі</translation>
        </message>
        <message>
            <source>Commodities</source>
            <translation>Пайдалы компоненттер</translation>
        </message>
        <message>
            <source>Commodity group</source>
            <translation>Пайдалы қазбалар тобы</translation>
        </message>
        <message>
            <source>Common minerals</source>
            <translation>Кең таралған пайдалы қазбалар</translation>
        </message>
        <message>
            <source>Compare drafts</source>
            <translation>Жобаларды салыстыру</translation>
        </message>
        <message>
            <source>Compare it with the pull before, feature by feature</source>
            <translation>Алдыңғы алумен объектілер бойынша салыстыру</translation>
        </message>
        <message>
            <source>Compare with what is found now from here on</source>
            <translation>Бұдан былай қазір табылғанмен салыстыру</translation>
        </message>
        <message>
            <source>Compares the codes of a licence's blocks with its corner coordinates. The order of sections, subsections and blocks inside a map sheet is a convention, and the law names no datum for the grid: a licence at hand shows whether the plugin's numbering is right.

Paste the codes of one plot and all its corners, in degrees, or degrees, minutes and seconds, latitude or longitude first.

Result: agrees; differs, with every difference by its place and size; or unknown, where a piece of the texts could not be read. Offsets that look like Pulkovo 1942 are pointed out.</source>
            <translation>Лицензия блоктарының кодтарын оның бұрыштық нүктелерінің координаттарымен салыстырады. Парақ ішіндегі секциялардың, кіші секциялардың және блоктардың реті – келісім, ал заң тордың датумын атамайды: қолдағы лицензия модульдің нөмірлеуі дұрыс па, соны көрсетеді.

Бір учаскенің кодтары мен барлық бұрыштық нүктелерін градуспен немесе градус, минут және секундпен, алдымен ендікті не бойлықты қойыңыз.

Нәтиже: agrees – сәйкес; differs – айырма бар, әр айырманың орны мен шамасы көрсетіледі; unknown – мәтіннің бір бөлігі оқылмаса, белгісіз. Пулково 1942-ге ұқсас ауытқулар аталады.</translation>
        </message>
        <message>
            <source>Compares the features of a workspace at two moments, or those of two workspaces: which were added, which were removed, and which changed, with the old and new value of every attribute and the area, in km², that only one of the two boundaries has.

From, to: a day such as 2026-11-22 (its end, in UTC), a time such as 2026-11-22T08:00:00Z, the number of a snapshot, or pull 3 for the third pull. Empty: now.
Other workspace: where it is given, the workspace as of From is compared with the other one as of To.

The output has up to three layers per theme: added, removed (as they were) and changed (as they are, with what they were). Where a theme is unknown at one of the moments, nothing is said of it but that.</source>
            <translation>Жұмыс деректер жинағының екі сәттегі нысандарын немесе екі жинақтың нысандарын салыстырады: қайсысы қосылған, қайсысы жойылған, қайсысы өзгерген; әр атрибуттың бұрынғы және жаңа мәнін және екі шекараның тек бірінде бар ауданды (км²) көрсетеді.

Бастап, дейін: күн, мысалы 2026-11-22 (UTC бойынша оның соңы), уақыт, мысалы 2026-11-22T08:00:00Z, қима нөмірі немесе үшінші алу үшін pull 3. Бос: қазір.
Басқа жұмыс деректер жинағы: ол берілсе, жинақтың «Бастап» сәтіндегі күйі басқасының «Дейін» сәтіндегі күйімен салыстырылады.

Нәтижеде әр тақырыпқа үш қабатқа дейін болады: қосылғандар, жойылғандар (бұрынғы күйінде) және өзгергендер (қазіргі күйінде, бұрынғы мәндерімен). Тақырып сәттердің бірінде белгісіз болса, ол туралы тек осы айтылады.</translation>
        </message>
        <message>
            <source>Complete for an application.</source>
            <translation>Өтінішке деректер жеткілікті.</translation>
        </message>
        <message>
            <source>Confirmation for just this: {digest}</source>
            <translation>Дәл осыны растау: {digest}</translation>
        </message>
        <message>
            <source>Confirmation: the digest of what is to be sent</source>
            <translation>Растау: жіберілетін мәтіннің хеші</translation>
        </message>
        <message>
            <source>Conflict</source>
            <translation>Қайшылық</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Қайшылықтар</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Байланыс</translation>
        </message>
        <message>
            <source>Consents at hand</source>
            <translation>Қолда бар келісімдер</translation>
        </message>
        <message>
            <source>Contract from before the Code</source>
            <translation>Кодекске дейін жасалған келісімшарт</translation>
        </message>
        <message>
            <source>Controlling persons</source>
            <translation>Бақылаушы тұлғалар</translation>
        </message>
        <message>
            <source>Copies at the platform, although it was sent once: {count}. Tell the platform's operator.</source>
            <translation>Бір рет жіберілсе де, платформадағы даналары: {count}. Платформа операторына хабарлаңыз.</translation>
        </message>
        <message>
            <source>Copy codes</source>
            <translation>Кодтарды көшіру</translation>
        </message>
        <message>
            <source>Copy the key</source>
            <translation>Кілтті көшіру</translation>
        </message>
        <message>
            <source>Copy the selected works to the year after</source>
            <translation>Таңдалған жұмыстарды келесі жылға көшіру</translation>
        </message>
        <message>
            <source>Corner coordinates</source>
            <translation>Бұрыштық нүктелердің координаттары</translation>
        </message>
        <message>
            <source>Corners: {corners}; plots: {plots}</source>
            <translation>Бұрыштар: {corners}; учаскелер: {plots}</translation>
        </message>
        <message>
            <source>Correct the file at the place named here, or take it away; the plugin's own then serves.</source>
            <translation>Көрсетілген жердегі файлды түзетіңіз немесе алып тастаңыз: сонда модульдің өз үлгісі қолданылады.</translation>
        </message>
        <message>
            <source>Correct the file or take it away; the plugin's own pack then serves.</source>
            <translation>Файлды түзетіңіз немесе алып тастаңыз; онда модульдің өз жинағы қолданылады.</translation>
        </message>
        <message>
            <source>Correct the pieces named here and try again.</source>
            <translation>Мұнда аталған жерлерді түзетіп, қайталаңыз.</translation>
        </message>
        <message>
            <source>Correct the profile file, or choose another profile in the source.</source>
            <translation>Профиль файлын түзетіңіз немесе дереккөзде басқа профиль таңдаңыз.</translation>
        </message>
        <message>
            <source>Correct the rows below: a plot without one of its corners would be another plot.</source>
            <translation>Төмендегі жолдарды түзетіңіз: бір бұрышы жоқ учаске басқа учаске болар еді.</translation>
        </message>
        <message>
            <source>Correct these pieces and run again.</source>
            <translation>Осы жерлерді түзетіп, қайта іске қосыңыз.</translation>
        </message>
        <message>
            <source>Cost of year 1</source>
            <translation>1-жылдың шығындары</translation>
        </message>
        <message>
            <source>Cost, ₸</source>
            <translation>Құны, ₸</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>Шығындар</translation>
        </message>
        <message>
            <source>Costs by licence, over all years</source>
            <translation>Барлық жылдардағы лицензиялар бойынша шығындар</translation>
        </message>
        <message>
            <source>Costs by year</source>
            <translation>Жылдар бойынша шығындар</translation>
        </message>
        <message>
            <source>Costs of an exploration licence</source>
            <translation>Барлауға арналған лицензияның құны</translation>
        </message>
        <message>
            <source>Costs of the plots</source>
            <translation>Учаскелер шығындары</translation>
        </message>
        <message>
            <source>Counts where the profile of a source does not say. By stale data the rules of the law call nothing clear.</source>
            <translation>Дереккөз профилінде мерзім көрсетілмесе қолданылады. Ескірген деректер бойынша заң ережелері «кедергі жоқ» деп жауап бермейді.</translation>
        </message>
        <message>
            <source>Ctrl and drag: draw a lasso</source>
            <translation>Ctrl басып сүйреу: лассомен қоршау</translation>
        </message>
        <message>
            <source>Damaged: {part} ({detail})</source>
            <translation>Бүлінген: {part} ({detail})</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Күні</translation>
        </message>
        <message>
            <source>Datum of the coordinates</source>
            <translation>Координаттар жүйесі</translation>
        </message>
        <message>
            <source>Datums</source>
            <translation>Координаттар жүйелері</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Күн</translation>
        </message>
        <message>
            <source>Day of issue</source>
            <translation>Берілген күні</translation>
        </message>
        <message>
            <source>Days of history that are kept: {number}</source>
            <translation>Сақталатын тарих, күн: {number}</translation>
        </message>
        <message>
            <source>De&amp;lete the draft</source>
            <translation>Жобаны &amp;жою</translation>
        </message>
        <message>
            <source>Decided or withdrawn</source>
            <translation>Қаралған немесе қайтарып алынған</translation>
        </message>
        <message>
            <source>Defence land</source>
            <translation>Қорғаныс жерлері</translation>
        </message>
        <message>
            <source>Demo data</source>
            <translation>Демо деректер</translation>
        </message>
        <message>
            <source>Demo data: invented, no legal meaning.</source>
            <translation>Демонстрациялық деректер: ойдан шығарылған, заңдық күші жоқ.</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>Кен орны</translation>
        </message>
        <message>
            <source>Deposits</source>
            <translation>Кен орындары</translation>
        </message>
        <message>
            <source>Development</source>
            <translation>Игеру</translation>
        </message>
        <message>
            <source>Digest (SHA-256): {digest}</source>
            <translation>Хеш (SHA-256): {digest}</translation>
        </message>
        <message>
            <source>Digest of what would be sent</source>
            <translation>Жіберілетін мәтіннің хеші</translation>
        </message>
        <message>
            <source>Disagreements</source>
            <translation>Сәйкессіздіктер</translation>
        </message>
        <message>
            <source>Distance around the features, metres</source>
            <translation>Нысандар айналасындағы қашықтық, м</translation>
        </message>
        <message>
            <source>Do &amp;not send</source>
            <translation>Жі&amp;бермеу</translation>
        </message>
        <message>
            <source>Do not rely on it: export the application again.</source>
            <translation>Оған сенбеңіз: өтінішті қайта экспорттаңыз.</translation>
        </message>
        <message>
            <source>Double click: fill the hole</source>
            <translation>Қос шерту: ішіндегі бос орынды толтыру</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Жоба</translation>
        </message>
        <message>
            <source>Draft {number}</source>
            <translation>{number}-жоба</translation>
        </message>
        <message>
            <source>Draft, by name or id</source>
            <translation>Жоба, атауы немесе идентификаторы бойынша</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Жобалар</translation>
        </message>
        <message>
            <source>Drag: add a rectangle; with Shift: remove it</source>
            <translation>Сүйреу: тік төртбұрыш қосу; Shift басулы болса: алып тастау</translation>
        </message>
        <message>
            <source>Drawing the map sheets</source>
            <translation>Карта парақтары сызылуда</translation>
        </message>
        <message>
            <source>Drawn from</source>
            <translation>Мәлімет көзі</translation>
        </message>
        <message>
            <source>Drinking groundwater</source>
            <translation>Ауызсу жерасты сулары</translation>
        </message>
        <message>
            <source>Drop it here to choose blocks by it</source>
            <translation>Блоктарды таңдау үшін осында жіберіңіз</translation>
        </message>
        <message>
            <source>Dry run</source>
            <translation>Сынама іске қосу</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>Аяқталу мерзімі</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Эл. пошта</translation>
        </message>
        <message>
            <source>Each licence has its own security, rent and minimum expenditure, and gives blocks up by its own count. Assumed: each owes a whole signature bonus, and all are issued on one day.</source>
            <translation>Әр лицензияның қамтамасыз етуі, төлемақысы және ең төмен шығыстары жеке, блоктар да оның өз санына қарай қайтарылады. Қабылданды: бонус әрқайсысы бойынша толық төленеді, барлығы бір күнде беріледі.</translation>
        </message>
        <message>
            <source>East Kazakhstan and Abai regions</source>
            <translation>Шығыс Қазақстан және Абай облыстары</translation>
        </message>
        <message>
            <source>En&amp;glish, for reading</source>
            <translation>&amp;Ағылшынша, оқу үшін</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>Тоқтатылған күні</translation>
        </message>
        <message>
            <source>Ended or withdrawn</source>
            <translation>Тоқтатылған немесе қайтарып алынған</translation>
        </message>
        <message>
            <source>English</source>
            <translation>ағылшын тілі</translation>
        </message>
        <message>
            <source>Enter the address of the platform's landing page, or the path of a GeoPackage.</source>
            <translation>Платформаның бастапқы бетінің мекенжайын немесе GeoPackage жолын енгізіңіз.</translation>
        </message>
        <message>
            <source>Established on</source>
            <translation>Белгіленген күні</translation>
        </message>
        <message>
            <source>Every part is as the manifest says.</source>
            <translation>Әр бөлік тізімдемеге сәйкес.</translation>
        </message>
        <message>
            <source>Every pull asks the platform again. If the answer stays the same, ask the platform's operator about the key. Only if they have no application with that key, duplicate the draft and file the copy.</source>
            <translation>Әр синхрондау кезінде платформадан қайта сұралады. Жауап өзгермесе, платформа операторына хабарласып, кілтті айтыңыз. Онда осы кілті бар өтініш болмаса ғана, жобаның көшірмесін жасап, соны тапсырыңыз.</translation>
        </message>
        <message>
            <source>Everything was fetched again.</source>
            <translation>Бәрі қайтадан алынды.</translation>
        </message>
        <message>
            <source>Expenditure</source>
            <translation>Шығыстар</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Мерзімі өткен</translation>
        </message>
        <message>
            <source>Expires on</source>
            <translation>Мерзімі аяқталады</translation>
        </message>
        <message>
            <source>Expires within 90 days</source>
            <translation>Мерзімі 90 күн ішінде аяқталады</translation>
        </message>
        <message>
            <source>Exploration</source>
            <translation>Барлау</translation>
        </message>
        <message>
            <source>Exploration licence</source>
            <translation>Барлауға арналған лицензия</translation>
        </message>
        <message>
            <source>Export an application</source>
            <translation>Өтінішті экспорттау</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Қамту аумағы</translation>
        </message>
        <message>
            <source>Facility</source>
            <translation>Нысан</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>Нысандар</translation>
        </message>
        <message>
            <source>Features came without an identifier, so their history cannot be kept</source>
            <translation>Нысандар идентификаторсыз келді, олардың тарихын жүргізу мүмкін емес</translation>
        </message>
        <message>
            <source>Features of which that cannot be told</source>
            <translation>Бұл туралы айту мүмкін емес нысандар</translation>
        </message>
        <message>
            <source>Features whose codes and geometry agree</source>
            <translation>Кодтары мен геометриясы сәйкес нысандар</translation>
        </message>
        <message>
            <source>Features whose codes and geometry disagree</source>
            <translation>Кодтары мен геометриясы сәйкес емес нысандар</translation>
        </message>
        <message>
            <source>Features without a geometry</source>
            <translation>Геометриясы жоқ нысандар</translation>
        </message>
        <message>
            <source>Features: {features}</source>
            <translation>Нысандар: {features}</translation>
        </message>
        <message>
            <source>Fewer blocks, or more:</source>
            <translation>Блоктар аз немесе көп болса:</translation>
        </message>
        <message>
            <source>Fewer features came than the source promised. A missing feature is not free ground.</source>
            <translation>Дереккөз уәде еткеннен аз нысан келді. Нысанның болмауы аумақтың бос екенін білдірмейді.</translation>
        </message>
        <message>
            <source>Filed</source>
            <translation>Берілген уақыты</translation>
        </message>
        <message>
            <source>Files of the attachment</source>
            <translation>Қосымшаның файлдары</translation>
        </message>
        <message>
            <source>Files the draft of an application at a platform that takes applications.

Without a confirmation nothing is sent: the report and the result CONFIRM tell exactly what would be sent, and the digest of it. Run again with that digest as the confirmation, and just that is sent, once. Where the draft, the applicant or the platform changed meanwhile, the digest is another, and nothing is sent.

Before it is sent the platform is asked whether it has the application already. Where the answer is lost, it is not sent again before the platform says that it has it not; run again without a confirmation to ask.

Applicant: name or id of a profile on this computer; left out, the draft's own.</source>
            <translation>Өтініш жобасын өтініш қабылдайтын платформаға тапсырады.

Растаусыз ештеңе жіберілмейді: есеп пен CONFIRM нәтижесі дәл не жіберілетінін және оның хешін көрсетеді. Осы хешті растау ретінде беріп қайта іске қосыңыз, сонда дәл сол мәтін бір рет жіберіледі. Жоба, өтініш беруші немесе платформа өзгерсе, хеш те өзгереді, ештеңе жіберілмейді.

Жіберер алдында платформадан өтініш бар-жоғы сұралады. Жауап жоғалса, платформа өтініш жоқ деп жауап бермейінше, ол қайта жіберілмейді; сұрау үшін растаусыз іске қосыңыз.

Өтініш беруші: осы компьютердегі профильдің аты немесе идентификаторы; көрсетілмесе, жобадағы өтініш беруші алынады.</translation>
        </message>
        <message>
            <source>Fill a hole</source>
            <translation>Бос орынды толтыру</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Тексеру нәтижелері</translation>
        </message>
        <message>
            <source>Findings: {told}</source>
            <translation>Нәтижелер: {told}</translation>
        </message>
        <message>
            <source>First features</source>
            <translation>Алғашқы нысандар</translation>
        </message>
        <message>
            <source>Folder for the application</source>
            <translation>Өтініш қалтасы</translation>
        </message>
        <message>
            <source>Folder for workspaces</source>
            <translation>Жұмыс деректер жинақтарының қалтасы</translation>
        </message>
        <message>
            <source>Folder of your own templates</source>
            <translation>Өз үлгілеріңіздің қалтасы</translation>
        </message>
        <message>
            <source>Follow its status. To file another one, duplicate the draft.</source>
            <translation>Оның мәртебесін бақылаңыз. Тағы бірін беру үшін жобаның көшірмесін жасаңыз.</translation>
        </message>
        <message>
            <source>For auction</source>
            <translation>Аукционға</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>Жиектер</translation>
        </message>
        <message>
            <source>Frames of map sheets</source>
            <translation>Карта парақтарының жиектері</translation>
        </message>
        <message>
            <source>Free some space, or move the workspace to another disk, then try again.</source>
            <translation>Орын босатыңыз немесе жұмыс деректер жинағын басқа дискіге көшіріп, қайталаңыз.</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Бастап</translation>
        </message>
        <message>
            <source>From a &amp;file…</source>
            <translation>&amp;Файлдан…</translation>
        </message>
        <message>
            <source>From a &amp;layer…</source>
            <translation>&amp;Қабаттан…</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>Файлдан…</translation>
        </message>
        <message>
            <source>From the &amp;selected features…</source>
            <translation>&amp;Таңдалған нысандар бойынша…</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Т. А. Ә.</translation>
        </message>
        <message>
            <source>Further differences, in the report: {count}</source>
            <translation>Басқа айырмалар, есепте: {count}</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Жалпы</translation>
        </message>
        <message>
            <source>Geological study</source>
            <translation>Жер қойнауын геологиялық зерттеу</translation>
        </message>
        <message>
            <source>Geometries that could not be used</source>
            <translation>Пайдалануға болмайтын геометриялар</translation>
        </message>
        <message>
            <source>Geometry problem</source>
            <translation>Геометрия ескертпесі</translation>
        </message>
        <message>
            <source>Georgia</source>
            <translation>Грузия</translation>
        </message>
        <message>
            <source>Give a calendar year and its MCI in tenge in each row: 2027, 4700.</source>
            <translation>Әр жолда күнтізбелік жылды және оның АЕК-ін теңгемен беріңіз: 2027, 4700.</translation>
        </message>
        <message>
            <source>Give a day such as 2026-11-22, a time such as 2026-11-22T08:00:00Z, or the number of a snapshot.</source>
            <translation>Күнді, мысалы 2026-11-22, уақытты, мысалы 2026-11-22T08:00:00Z, немесе қима нөмірін көрсетіңіз.</translation>
        </message>
        <message>
            <source>Give a number of blocks from 1 up to the limit.</source>
            <translation>1-ден шекке дейінгі блок санын беріңіз.</translation>
        </message>
        <message>
            <source>Give a number of years from 1 up to the limit.</source>
            <translation>1-ден шекке дейінгі жыл санын беріңіз.</translation>
        </message>
        <message>
            <source>Give a workspace and a draft of it, or block codes.</source>
            <translation>Жұмыс деректер жинағын және оның жобасын не блок кодтарын көрсетіңіз.</translation>
        </message>
        <message>
            <source>Give one of the two.</source>
            <translation>Екеуінің бірін беріңіз.</translation>
        </message>
        <message>
            <source>Give the applicant a name.</source>
            <translation>Өтініш берушінің атын немесе атауын көрсетіңіз.</translation>
        </message>
        <message>
            <source>Give the source a name of your own.</source>
            <translation>Дереккөзге атау беріңіз.</translation>
        </message>
        <message>
            <source>Give up a request after</source>
            <translation>Сұрауды тоқтату уақыты</translation>
        </message>
        <message>
            <source>Give up after silence of</source>
            <translation>Жауапсыз күту шегі</translation>
        </message>
        <message>
            <source>Gone since pull</source>
            <translation>Деректерде қай қимадан бері жоқ</translation>
        </message>
        <message>
            <source>Have only the MCI of the rule pack again</source>
            <translation>Тек қағидалар пакетінің АЕК-ін қалдыру</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Тарих</translation>
        </message>
        <message>
            <source>Holder</source>
            <translation>Ұстаушы</translation>
        </message>
        <message>
            <source>Holder's BIN</source>
            <translation>Ұстаушының БСН-і</translation>
        </message>
        <message>
            <source>Hollow: occurrence</source>
            <translation>Қуыс белгі: кен білінімі</translation>
        </message>
        <message>
            <source>How much history to keep</source>
            <translation>Қанша тарих сақтау керек</translation>
        </message>
        <message>
            <source>Hydraulic structure</source>
            <translation>Гидротехникалық құрылыс</translation>
        </message>
        <message>
            <source>I have &amp;looked at it and want just this filed, in this name.</source>
            <translation>Мен мұны &amp;қарап шықтым және дәл осыны осы атынан тапсырамын.</translation>
        </message>
        <message>
            <source>IIN</source>
            <translation>ЖСН</translation>
        </message>
        <message>
            <source>IIN, BIN</source>
            <translation>ЖСН, БСН</translation>
        </message>
        <message>
            <source>Identifier at the source</source>
            <translation>Дереккөздегі сәйкестендіргіш</translation>
        </message>
        <message>
            <source>Identity document</source>
            <translation>Жеке басты куәландыратын құжат</translation>
        </message>
        <message>
            <source>If it has a new name, write that into the source profile. If it is gone for good, pull again and accept it.</source>
            <translation>Атауы өзгерсе, жаңа атауын дереккөз профиліне жазыңыз. Біржола жойылса, деректерді қайта алып, мұны қабылдаңыз.</translation>
        </message>
        <message>
            <source>If the sending broke off, ask the platform whether it has the application.</source>
            <translation>Жіберу үзіліп қалса, платформадан өтініш бар-жоғын сұраңыз.</translation>
        </message>
        <message>
            <source>If you want it, name it in the source profile.</source>
            <translation>Қажет болса, оны дереккөз профилінде көрсетіңіз.</translation>
        </message>
        <message>
            <source>In both: {count}</source>
            <translation>Екеуінде де: {count}</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>Қолданыста</translation>
        </message>
        <message>
            <source>In the data since pull</source>
            <translation>Деректерде қай қимадан бері</translation>
        </message>
        <message>
            <source>In the data since {date}</source>
            <translation>Деректерде {date} бастап</translation>
        </message>
        <message>
            <source>Industrial minerals</source>
            <translation>Бейметалл пайдалы қазбалар</translation>
        </message>
        <message>
            <source>Install DejaVu Sans or Noto Sans, then start QGIS again.</source>
            <translation>DejaVu Sans немесе Noto Sans қарпін орнатып, QGIS-ті қайта іске қосыңыз.</translation>
        </message>
        <message>
            <source>Install QGIS again: this library comes with it.</source>
            <translation>QGIS-ті қайта орнатыңыз: бұл кітапхана онымен бірге келеді.</translation>
        </message>
        <message>
            <source>Install the plugin again, or add a rule pack that is valid then.</source>
            <translation>Модульді қайта орнатыңыз немесе сол күні күшінде болған қағидалар жинағын қосыңыз.</translation>
        </message>
        <message>
            <source>Install the plugin from its zip; in a developer's checkout call: make package</source>
            <translation>Модульді zip-мұрағаттан орнатыңыз; әзірлеуші көшірмесінде орындаңыз: make package</translation>
        </message>
        <message>
            <source>Installing: {names}</source>
            <translation>Орнатылуда: {names}</translation>
        </message>
        <message>
            <source>Invalid geometries that were repaired</source>
            <translation>Түзетілген қате геометриялар</translation>
        </message>
        <message>
            <source>Invalid, and repaired: {count}</source>
            <translation>Қате, түзетілді: {count}</translation>
        </message>
        <message>
            <source>Invented licences in a file of the plugin. Needs no network.</source>
            <translation>Модуль файлындағы ойдан шығарылған лицензиялар. Желі қажет емес.</translation>
        </message>
        <message>
            <source>Iran</source>
            <translation>Иран</translation>
        </message>
        <message>
            <source>Iron and alloy metals</source>
            <translation>Қара және легирлеуші металдар</translation>
        </message>
        <message>
            <source>Is it needed? Not known</source>
            <translation>Бұл керек пе? Белгісіз</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>Берілген күні</translation>
        </message>
        <message>
            <source>It is needed</source>
            <translation>Бұл керек</translation>
        </message>
        <message>
            <source>It is not known whether the platform has the application.</source>
            <translation>Өтініштің платформада бар-жоғы белгісіз.</translation>
        </message>
        <message>
            <source>It is not needed</source>
            <translation>Бұл керек емес</translation>
        </message>
        <message>
            <source>It is not sent as long as that is not known.</source>
            <translation>Бұл белгілі болмайынша өтініш жіберілмейді.</translation>
        </message>
        <message>
            <source>It was left as it is.</source>
            <translation>Ол өзгеріссіз қалды.</translation>
        </message>
        <message>
            <source>Its block codes name the block, its geometry leaves it out</source>
            <translation>Кодтары бойынша блок кіреді, геометриясы бойынша жоқ</translation>
        </message>
        <message>
            <source>Its holder is refused until {date}, art. {article}</source>
            <translation>Ұстаушысына бас тарту: {date} дейін, {article}-бап</translation>
        </message>
        <message>
            <source>Its holder may be refused for a year, art. {article}</source>
            <translation>Ұстаушысына бір жыл бас тартылуы мүмкін, {article}-бап</translation>
        </message>
        <message>
            <source>Its holder may be refused until {date}, art. {article}</source>
            <translation>Бас тартылуы мүмкін: {date} дейін, {article}-бап</translation>
        </message>
        <message>
            <source>Karaganda and Ulytau regions</source>
            <translation>Қарағанды және Ұлытау облыстары</translation>
        </message>
        <message>
            <source>Kazakh</source>
            <translation>қазақ тілі</translation>
        </message>
        <message>
            <source>Kazakhstan</source>
            <translation>Қазақстан</translation>
        </message>
        <message>
            <source>Kazakhstan and its neighbours</source>
            <translation>Қазақстан және көршілес елдер</translation>
        </message>
        <message>
            <source>Kaznedra</source>
            <translation>Kaznedra</translation>
        </message>
        <message>
            <source>Kaznedra demo data</source>
            <translation>Kaznedra демо деректері</translation>
        </message>
        <message>
            <source>Kaznedra pulls licences, applications, deposits and restricted areas into a file on this computer, keeps their history and shows them on your map, also without a network.</source>
            <translation>Kaznedra лицензияларды, өтініштерді, кен орындарын және шектеу қойылған аумақтарды осы компьютердегі файлға алады, олардың тарихын сақтайды және картаңызда желісіз де көрсетеді.</translation>
        </message>
        <message>
            <source>Kaznedra: asking {source}</source>
            <translation>Казнедра: {source} дереккөзіне сұрау</translation>
        </message>
        <message>
            <source>Kaznedra: checking a draft</source>
            <translation>Kaznedra: жобаны тексеру</translation>
        </message>
        <message>
            <source>Kaznedra: checking an application</source>
            <translation>Kaznedra: өтінішті тексеру</translation>
        </message>
        <message>
            <source>Kaznedra: filing at {source}</source>
            <translation>Казнедра: {source} дереккөзіне тапсыру</translation>
        </message>
        <message>
            <source>Kaznedra: looking into a file</source>
            <translation>Kaznedra: файлды қарау</translation>
        </message>
        <message>
            <source>Kaznedra: opening a workspace</source>
            <translation>Kaznedra: жұмыс деректер жинағын ашу</translation>
        </message>
        <message>
            <source>Kaznedra: reading the ground</source>
            <translation>Kaznedra: аумақ туралы деректерді оқу</translation>
        </message>
        <message>
            <source>Kaznedra: reading the history</source>
            <translation>Kaznedra: тарихты оқу</translation>
        </message>
        <message>
            <source>Kaznedra: reading the workspace</source>
            <translation>Kaznedra: жұмыс деректер жинағын оқу</translation>
        </message>
        <message>
            <source>Kaznedra: sync of {source}</source>
            <translation>Kaznedra: синхрондау, {source}</translation>
        </message>
        <message>
            <source>Kaznedra: test of {source}</source>
            <translation>Kaznedra: тексеру, {source}</translation>
        </message>
        <message>
            <source>Kaznedra: writing an application</source>
            <translation>Kaznedra: өтінішті жазу</translation>
        </message>
        <message>
            <source>Keep the last days</source>
            <translation>Соңғы күндерді сақтау</translation>
        </message>
        <message>
            <source>Keep the last pulls of every theme</source>
            <translation>Әр тақырыптың соңғы алуларын сақтау</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Кілт</translation>
        </message>
        <message>
            <source>Key: {key}</source>
            <translation>Кілт: {key}</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Түрі</translation>
        </message>
        <message>
            <source>Kind of licence</source>
            <translation>Лицензия түрі</translation>
        </message>
        <message>
            <source>Kostanay region</source>
            <translation>Қостанай облысы</translation>
        </message>
        <message>
            <source>Kyrgyzstan</source>
            <translation>Қырғызстан</translation>
        </message>
        <message>
            <source>Kyzylorda region</source>
            <translation>Қызылорда облысы</translation>
        </message>
        <message>
            <source>La&amp;yer</source>
            <translation>Қа&amp;бат</translation>
        </message>
        <message>
            <source>Land for state needs</source>
            <translation>Мемлекеттік мұқтажға арналған жерлер</translation>
        </message>
        <message>
            <source>Land rent</source>
            <translation>Жер учаскелерін пайдаланғаны үшін төлемақы</translation>
        </message>
        <message>
            <source>Land rent, MCI</source>
            <translation>Жер учаскелерін пайдаланғаны үшін төлемақы, АЕК</translation>
        </message>
        <message>
            <source>Landing page of an OGC API - Features, or the path of a GeoPackage</source>
            <translation>OGC API - Features бастапқы беті немесе GeoPackage жолы</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>Тілдер</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>Ірі</translation>
        </message>
        <message>
            <source>Largest answer</source>
            <translation>Ең үлкен жауап</translation>
        </message>
        <message>
            <source>Last check of the rules: {state}, {when}</source>
            <translation>Ережелердің соңғы тексерісі: {state}, {when}</translation>
        </message>
        <message>
            <source>Last complete pull: {date}</source>
            <translation>Соңғы толық қима: {date}</translation>
        </message>
        <message>
            <source>Last pull failed: {themes}</source>
            <translation>Соңғы жүктеу сәтсіз болды: {themes}</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Қабаттар</translation>
        </message>
        <message>
            <source>Leave the theme out of the sync, or choose a source profile that names its collection.</source>
            <translation>Тақырыпты синхрондаудан алып тастаңыз немесе оның жинағы көрсетілген дереккөз профилін таңдаңыз.</translation>
        </message>
        <message>
            <source>Left out, for it could not be used: {count}</source>
            <translation>Өткізілді, пайдалануға болмайды: {count}</translation>
        </message>
        <message>
            <source>Left out, for want of a geometry: {count}</source>
            <translation>Өткізілді, геометриясы жоқ: {count}</translation>
        </message>
        <message>
            <source>Left out, for years that are not shown: {count}.</source>
            <translation>Алынбады, жылдары көрсетілмеген: {count}.</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>Құқықтық негізі</translation>
        </message>
        <message>
            <source>Let what holds its window up come to an end, then try again.</source>
            <translation>QGIS терезесін ұстап тұрған жұмыстың аяқталуын күтіп, қайталап көріңіз.</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Лицензия</translation>
        </message>
        <message>
            <source>Licence issued</source>
            <translation>Лицензия берілді</translation>
        </message>
        <message>
            <source>Licence issued; those pulled do not show it yet</source>
            <translation>Лицензия берілген, алынған деректерде ол әлі жоқ</translation>
        </message>
        <message>
            <source>Licence number</source>
            <translation>Лицензия нөмірі</translation>
        </message>
        <message>
            <source>Licence:</source>
            <translation>Лицензия:</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Лицензиялар</translation>
        </message>
        <message>
            <source>Licences by blocks</source>
            <translation>Блоктар бойынша лицензиялар</translation>
        </message>
        <message>
            <source>Liquidation accepted</source>
            <translation>Жою қабылданды</translation>
        </message>
        <message>
            <source>Liquidation areas</source>
            <translation>Жою аумақтары</translation>
        </message>
        <message>
            <source>Liquidation planned</source>
            <translation>Жою жоспарланған</translation>
        </message>
        <message>
            <source>Liquidation security</source>
            <translation>Жоюды қамтамасыз ету</translation>
        </message>
        <message>
            <source>Liquidation security, MCI</source>
            <translation>Жоюды қамтамасыз ету, АЕК</translation>
        </message>
        <message>
            <source>Liquidation under way</source>
            <translation>Жою жүріп жатыр</translation>
        </message>
        <message>
            <source>Lists every pull of every theme: when, from where, how many features were promised and came, what was added, changed and gone, the hash of what came, and whether it was complete, partial, failed or cancelled, and why.</source>
            <translation>Барлық тақырыптардың барлық қималарын тізеді: қашан және қайдан алынды, қанша нысан уәде етілді және келді, қаншасы қосылды, өзгерді және жоғалды, алынғанның хеші, қима толық, ішінара, сәтсіз немесе бас тартылған ба және неге.</translation>
        </message>
        <message>
            <source>Look at its values. Those that cannot be read are counted and named with their feature.</source>
            <translation>Оның мәндерін қараңыз. Оқылмағандары саналып, өз нысандарында көрсетілген.</translation>
        </message>
        <message>
            <source>Look at the map before you rely on it.</source>
            <translation>Картаға сенбес бұрын оны қараңыз.</translation>
        </message>
        <message>
            <source>Look at the preview again, and confirm just that.</source>
            <translation>Жіберілетін мәтінді қайта қарап, дәл соны растаңыз.</translation>
        </message>
        <message>
            <source>Look at these features on the map, and tell the platform's operator.</source>
            <translation>Бұл нысандарды картадан қарап, платформа операторына хабарлаңыз.</translation>
        </message>
        <message>
            <source>Look at what changed since the last pull before you rely on it.</source>
            <translation>Деректерге сенбес бұрын соңғы алудан бері не өзгергенін қараңыз.</translation>
        </message>
        <message>
            <source>MCI</source>
            <translation>АЕК</translation>
        </message>
        <message>
            <source>MCI of the calendar years, tenge</source>
            <translation>Жылдар бойынша АЕК, теңге</translation>
        </message>
        <message>
            <source>MCI of {year}, tenge</source>
            <translation>{year} жылғы АЕК, теңге</translation>
        </message>
        <message>
            <source>MCI, tenge</source>
            <translation>АЕК, теңге</translation>
        </message>
        <message>
            <source>Makes the blocks (1′ × 1′) that an extent touches, as polygons with their codes, row by row from the north-west.

For a look at the grid you need not make it: the layer “Block grid” draws what the map shows.</source>
            <translation>Қамту аумағы жанасатын блоктарды (1′ × 1′) кодтары бар полигондар түрінде, солтүстік-батыстан бастап қатар-қатарымен жасайды.

Торды көру үшін оны жасау қажет емес: «Блоктар торы» қабаты картада көрінетінін салады.</translation>
        </message>
        <message>
            <source>Makes the blocks that the polygons of a layer cover together, each block once, row by row from the north-west.

Wholly inside: no part of the block lies outside the polygons. More than half inside: by area. Touched: any part of the block lies inside; a common edge or corner does not count.

With a distance, what lies as near as that to the features counts as well. Lines and points need one, unless touched blocks are wanted: these are the blocks that they lie in.

Corners are taken into the coordinates of the block grid, and edges run straight between them there. Features without a geometry are left out and counted; invalid geometries are repaired and counted.</source>
            <translation>Қабаттың полигондары бірге жабатын блоктарды, әр блокты бір реттен, солтүстік-батыстан бастап қатар-қатарымен жасайды.

Толығымен ішінде: блоктың ешбір бөлігі полигондардан тыс жатпайды. Жартысынан көбі: ауданы бойынша. Жанасқан: блоктың кез келген бөлігі ішінде жатыр; ортақ қабырға немесе бұрыш есептелмейді.

Қашықтық берілсе, нысандардан одан алыс емес жердің бәрі ескеріледі. Сызықтар мен нүктелерге ол қажет; жанасқан блоктар ғана қажет етпейді: бұл олар жатқан блоктар.

Төбелер блоктар торының координаттарына қайта есептеледі, олардың арасындағы қабырғалар сонда түзу болады. Геометриясы жоқ нысандар өткізіліп, саналады; қате геометриялар түзетіліп, саналады.</translation>
        </message>
        <message>
            <source>Makes the frames of map sheets as polygons, from their numbers: M-43 (1:1 000 000), M-43-А (1:500 000), M-43-XXIV (1:200 000), M-43-77 (1:100 000), M-43-77-А (1:50 000), M-43-77-А-а (1:25 000). Several numbers are parted by commas, semicolons or line breaks.

Frames are given in the coordinates of the block grid. Sheets printed in Pulkovo 1942 lie up to 100 m away from them.</source>
            <translation>Карта парақтарының жиектерін номенклатурасы бойынша полигондар түрінде жасайды: M-43 (1:1 000 000), M-43-А (1:500 000), M-43-XXIV (1:200 000), M-43-77 (1:100 000), M-43-77-А (1:50 000), M-43-77-А-а (1:25 000). Бірнеше номенклатура үтірмен, нүктелі үтірмен немесе жаңа жолмен бөлінеді.

Жиектер блоктар торының координаттарында берілген. Пулково 1942 жүйесінде басылған парақтар олардан 100 м-ге дейін ауытқиды.</translation>
        </message>
        <message>
            <source>Managers</source>
            <translation>Басшылар</translation>
        </message>
        <message>
            <source>Mangystau region</source>
            <translation>Маңғыстау облысы</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Карта</translation>
        </message>
        <message>
            <source>Mark as partial</source>
            <translation>Толық емес деп белгілеу</translation>
        </message>
        <message>
            <source>Mark as whole</source>
            <translation>Тұтас деп белгілеу</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Орташа</translation>
        </message>
        <message>
            <source>Met&amp;hod</source>
            <translation>Ә&amp;діс</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Әдісі</translation>
        </message>
        <message>
            <source>Minerals</source>
            <translation>Пайдалы қазбалар</translation>
        </message>
        <message>
            <source>Minimum expenditure</source>
            <translation>Ең төмен шығыстар</translation>
        </message>
        <message>
            <source>Minimum expenditure, MCI</source>
            <translation>Ең төмен шығыстар, АЕК</translation>
        </message>
        <message>
            <source>Missing: {part}</source>
            <translation>Жоқ: {part}</translation>
        </message>
        <message>
            <source>Moment</source>
            <translation>Сәт</translation>
        </message>
        <message>
            <source>Mongolia</source>
            <translation>Моңғолия</translation>
        </message>
        <message>
            <source>Mothballed</source>
            <translation>Консервацияланған</translation>
        </message>
        <message>
            <source>N&amp;oted</source>
            <translation>Еск&amp;ерілді</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Атауы</translation>
        </message>
        <message>
            <source>Name the attribute that identifies a feature in the source profile, or tell the operator.</source>
            <translation>Дереккөз профилінде нысанды анықтайтын атрибутты көрсетіңіз немесе операторға хабарлаңыз.</translation>
        </message>
        <message>
            <source>Neighbouring countries</source>
            <translation>Көршілес елдер</translation>
        </message>
        <message>
            <source>Network limits</source>
            <translation>Желі шектеулері</translation>
        </message>
        <message>
            <source>Never pulled: {themes}</source>
            <translation>Ешқашан жүктелмеген: {themes}</translation>
        </message>
        <message>
            <source>New data came on {date}.</source>
            <translation>Жаңа деректер {date} алынды.</translation>
        </message>
        <message>
            <source>New workspace</source>
            <translation>Жаңа жұмыс деректер жинағы</translation>
        </message>
        <message>
            <source>Next &amp;year too</source>
            <translation>Келесі &amp;жылға да</translation>
        </message>
        <message>
            <source>No block is covered that way. Choose touched blocks, or give a distance.</source>
            <translation>Бұлайша бірде-бір блок жабылмайды. Жанасқан блоктарды таңдаңыз не қашықтықты көрсетіңіз.</translation>
        </message>
        <message>
            <source>No blocks chosen yet</source>
            <translation>Блоктар әлі таңдалмаған</translation>
        </message>
        <message>
            <source>No drafts yet. Press New draft, then choose blocks on the map, from a layer, or paste their codes or corner coordinates.</source>
            <translation>Әзірге жобалар жоқ. «Жаңа жоба» түймесін басып, блоктарды картадан, қабаттан таңдаңыз немесе олардың кодтарын не бұрыш координаттарын енгізіңіз.</translation>
        </message>
        <message>
            <source>No font on this computer has all Kazakh letters</source>
            <translation>Бұл компьютерде барлық қазақ әріптері бар қаріп жоқ</translation>
        </message>
        <message>
            <source>No numbers of map sheets: {count}</source>
            <translation>Карта парағының номенклатурасы емес: {count}</translation>
        </message>
        <message>
            <source>No pull of this theme had succeeded by then.</source>
            <translation>Осы сәтке дейін бұл тақырыптың бірде-бір алуы сәтті болмаған.</translation>
        </message>
        <message>
            <source>No theme is ticked. Tick some in the menu of Sync.</source>
            <translation>Бірде-бір тақырып белгіленбеген. «Синхрондау» түймесінің мәзірінен белгілеңіз.</translation>
        </message>
        <message>
            <source>No works yet. Add those of the first year, with volume and cost; then repeat them in the next years.</source>
            <translation>Әзірге жұмыстар жоқ. Бірінші жылдың жұмыстарын көлемі мен құнын көрсетіп қосыңыз, содан кейін оларды келесі жылдарға қайталаңыз.</translation>
        </message>
        <message>
            <source>None of the blocks would be granted: these are the plots as they were chosen.</source>
            <translation>Блоктардың бірде-бірі берілмес еді: бұл – таңдалған күйіндегі учаскелер.</translation>
        </message>
        <message>
            <source>None of the themes is known at both moments.</source>
            <translation>Тақырыптардың ешқайсысы екі сәтте де белгілі емес.</translation>
        </message>
        <message>
            <source>North Kazakhstan region</source>
            <translation>Солтүстік Қазақстан облысы</translation>
        </message>
        <message>
            <source>Not all came: {themes}</source>
            <translation>Бәрі келген жоқ: {themes}</translation>
        </message>
        <message>
            <source>Not filled in yet: {what}. The papers say so in red.</source>
            <translation>Әлі толтырылмаған: {what}. Құжаттарда бұл қызылмен көрсетілген.</translation>
        </message>
        <message>
            <source>Not in the manifest: {part}</source>
            <translation>Тізімдемеде жоқ: {part}</translation>
        </message>
        <message>
            <source>Not known: a part of the texts could not be read (blocks: {blocks}; corners: {corners}). Correct it and run again.</source>
            <translation>Белгісіз: мәтіндердің бір бөлігі оқылмады (блоктар: {blocks}; бұрыштық нүктелер: {corners}). Түзетіп, қайта іске қосыңыз.</translation>
        </message>
        <message>
            <source>Not offered by the source: {themes}.</source>
            <translation>Дереккөз ұсынбайды: {themes}.</translation>
        </message>
        <message>
            <source>Not offered: {themes}</source>
            <translation>Ұсынбайды: {themes}</translation>
        </message>
        <message>
            <source>Not submitted</source>
            <translation>Тапсырылмаған</translation>
        </message>
        <message>
            <source>Not understood and left out: {count}</source>
            <translation>Түсініксіз болып, қалдырылғаны: {count}</translation>
        </message>
        <message>
            <source>Nothing has been sent yet. This is exactly what would be sent to {platform} ({address}), collection {collection}:</source>
            <translation>Әзірге ештеңе жіберілген жоқ. Дәл мынау жіберіледі: {platform} ({address}), {collection} жинағы:</translation>
        </message>
        <message>
            <source>Nothing is removed now. Snapshots: {number}.</source>
            <translation>Қазір ештеңе жойылмайды. Қималар: {number}.</translation>
        </message>
        <message>
            <source>Nothing is selected in the active layer. Select features first.</source>
            <translation>Белсенді қабатта ештеңе таңдалмаған. Алдымен нысандарды таңдаңыз.</translation>
        </message>
        <message>
            <source>Nothing need be done.</source>
            <translation>Ештеңе істеу керек емес.</translation>
        </message>
        <message>
            <source>Nothing needs to be done as long as pulls are complete.</source>
            <translation>Деректер толық алынса, ештеңе істеу қажет емес.</translation>
        </message>
        <message>
            <source>Nothing needs to be done. A smaller page size in the source profile says the same.</source>
            <translation>Ештеңе істеу қажет емес. Дереккөз профиліндегі кішірек бет өлшемі де соны білдіреді.</translation>
        </message>
        <message>
            <source>Nothing needs to be done: all features are there.</source>
            <translation>Ештеңе істеу қажет емес: барлық объектілер алынды.</translation>
        </message>
        <message>
            <source>Nothing needs to be done: no larger pages are asked for.</source>
            <translation>Ештеңе істеу қажет емес: одан үлкен беттер сұралмайды.</translation>
        </message>
        <message>
            <source>Nothing needs to be done: the data is asked for in longitude and latitude.</source>
            <translation>Ештеңе істеу қажет емес: деректер бойлық пен ендік түрінде сұралады.</translation>
        </message>
        <message>
            <source>Nothing pulled yet. Press Sync.</source>
            <translation>Деректер әлі жоқ. «Синхрондау» басыңыз.</translation>
        </message>
        <message>
            <source>Nothing to choose blocks by yet.</source>
            <translation>Әзірге блоктарды таңдайтын ештеңе жоқ.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Ештеңе өзгерген жоқ.</translation>
        </message>
        <message>
            <source>Nothing was looked up there</source>
            <translation>Ол жерде деректер сұралмаған</translation>
        </message>
        <message>
            <source>Nothing was made from this input.</source>
            <translation>Бұл деректерден ештеңе жасалмады.</translation>
        </message>
        <message>
            <source>Nothing was made.</source>
            <translation>Ештеңе жасалмады.</translation>
        </message>
        <message>
            <source>Nothing was pasted: line {line}, “{text}”, is no MCI. Copy one column of amounts, or years and amounts.</source>
            <translation>Ештеңе қойылмады: {line}-жол, «{text}», АЕК емес. Сомалардың бір бағанын немесе жылдар мен сомаларды көшіріңіз.</translation>
        </message>
        <message>
            <source>Nothing was pasted: no MCI for these years was copied.</source>
            <translation>Ештеңе қойылмады: осы жылдардың АЕК көшірілмеген.</translation>
        </message>
        <message>
            <source>Nothing was pulled into this workspace yet. Choose a source.</source>
            <translation>Бұл жұмыс деректер жинағына әлі ештеңе алынбаған. Дереккөз таңдаңыз.</translation>
        </message>
        <message>
            <source>Nothing was sent yet that the platform could be asked about.</source>
            <translation>Әлі ештеңе жіберілмеген, платформадан сұрайтын нәрсе жоқ.</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>Ештеңе жіберілген жоқ.</translation>
        </message>
        <message>
            <source>Nothing was sent. Submit shows exactly what would be sent, and asks before it sends.</source>
            <translation>Ештеңе жіберілген жоқ. «Тапсыру» түймесі дәл не жіберілетінін көрсетіп, жіберер алдында растауды сұрайды.</translation>
        </message>
        <message>
            <source>Nothing was sent. To {address}, collection {collection}, would go:</source>
            <translation>Ештеңе жіберілген жоқ. {address} мекенжайына, {collection} жинағына мынау жіберілер еді:</translation>
        </message>
        <message>
            <source>Nothing was sent. You will be asked again before anything is.</source>
            <translation>Ештеңе жіберілген жоқ. Жіберер алдында сізден қайта растау сұралады.</translation>
        </message>
        <message>
            <source>Nothing was written.</source>
            <translation>Ештеңе жазылған жоқ.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Нөмірі</translation>
        </message>
        <message>
            <source>Number of blocks</source>
            <translation>Блоктар саны</translation>
        </message>
        <message>
            <source>Number of corners</source>
            <translation>Бұрыштық нүктелер саны</translation>
        </message>
        <message>
            <source>Number of differences</source>
            <translation>Айырмалар саны</translation>
        </message>
        <message>
            <source>Number of parts</source>
            <translation>Бөліктер саны</translation>
        </message>
        <message>
            <source>Number of sheets</source>
            <translation>Парақтар саны</translation>
        </message>
        <message>
            <source>Number of snapshots</source>
            <translation>Қималар саны</translation>
        </message>
        <message>
            <source>Number of the receipt</source>
            <translation>Қолхат нөмірі</translation>
        </message>
        <message>
            <source>Numbers of map sheets</source>
            <translation>Карта парақтарының номенклатуралары</translation>
        </message>
        <message>
            <source>O&amp;n the map</source>
            <translation>Картад&amp;а</translation>
        </message>
        <message>
            <source>Occurrence</source>
            <translation>Кен білінімі</translation>
        </message>
        <message>
            <source>Of none of the themes anything is known as of then.</source>
            <translation>Бұл сәтте тақырыптардың ешқайсысы туралы ештеңе белгілі емес.</translation>
        </message>
        <message>
            <source>Of this theme nothing is known as of then.</source>
            <translation>Бұл тақырып туралы сол сәтте ештеңе белгісіз.</translation>
        </message>
        <message>
            <source>Once at issue, besides: signature bonus {bonus}.</source>
            <translation>Бұдан бөлек, берілген кезде бір рет: қол қою бонусы {bonus}.</translation>
        </message>
        <message>
            <source>One connected plot of {blocks} blocks instead: signature bonus {bonus} MCI, minimum expenditure {expenditure} MCI, land rent {rent} MCI, security {security} MCI.</source>
            <translation>Олардың орнына бір тұтас учаске (блоктар: {blocks}): қол қою бонусы {bonus} АЕК, ең төмен шығыстар {expenditure} АЕК, учаскелер төлемақысы {rent} АЕК, қамтамасыз ету {security} АЕК.</translation>
        </message>
        <message>
            <source>One licence; blocks: {blocks}</source>
            <translation>Бір лицензия; блоктар: {blocks}</translation>
        </message>
        <message>
            <source>Only in the first: {count}</source>
            <translation>Тек біріншісінде: {count}</translation>
        </message>
        <message>
            <source>Only in the second: {count}</source>
            <translation>Тек екіншісінде: {count}</translation>
        </message>
        <message>
            <source>Only the &amp;selected features: {count}</source>
            <translation>Тек &amp;таңдалған нысандар: {count}</translation>
        </message>
        <message>
            <source>Only this source</source>
            <translation>Тек осы дереккөз</translation>
        </message>
        <message>
            <source>Open &amp;log</source>
            <translation>&amp;Журналды ашу</translation>
        </message>
        <message>
            <source>Open Details to see why, or ask whoever installed QGIS.</source>
            <translation>Себебі «Толығырақ» ішінде; немесе QGIS орнатқан адамға хабарласыңыз.</translation>
        </message>
        <message>
            <source>Open a draft first.</source>
            <translation>Алдымен жобаны ашыңыз.</translation>
        </message>
        <message>
            <source>Open a workspace</source>
            <translation>Жұмыс деректер жинағын ашу</translation>
        </message>
        <message>
            <source>Open the address in a browser: often a sign-in page of the network or a notice of maintenance stands there.</source>
            <translation>Мекенжайды браузерде ашыңыз: көбіне онда желіге кіру беті немесе техникалық жұмыстар туралы хабарландыру тұрады.</translation>
        </message>
        <message>
            <source>Open the attribute &amp;table</source>
            <translation>Атрибуттар &amp;кестесін ашу</translation>
        </message>
        <message>
            <source>Open the log, panel Kaznedra, and send what stands there to the plugin's tracker.</source>
            <translation>Журналдың Kaznedra қойындысын ашып, ондағы жазбаны модуль трекеріне жіберіңіз.</translation>
        </message>
        <message>
            <source>Open the page Applications anew; another window may have deleted it.</source>
            <translation>«Өтініштер» бетін қайта ашыңыз: жоба басқа терезеде жойылған болуы мүмкін.</translation>
        </message>
        <message>
            <source>Open the source and choose its authentication again. Check the master password, and that this QGIS knows the authentication method.</source>
            <translation>Дереккөзді ашып, аутентификацияны қайта таңдаңыз. Басты құпиясөзді және осы QGIS бұл аутентификация тәсілін білетінін тексеріңіз.</translation>
        </message>
        <message>
            <source>Open the source, choose an authentication configuration with valid credentials, and test the connection.</source>
            <translation>Дереккөзді ашып, жарамды деректері бар аутентификацияны таңдаңыз да, байланысты тексеріңіз.</translation>
        </message>
        <message>
            <source>Opens a copy of the draft, with a key of its own</source>
            <translation>Жобаның өз кілті бар көшірмесін ашады</translation>
        </message>
        <message>
            <source>Other plots, or one of them with fewer blocks or more:</source>
            <translation>Басқа учаскелер немесе біреуінің блок саны өзгерсе:</translation>
        </message>
        <message>
            <source>Other ways to choose blocks</source>
            <translation>Блоктарды таңдаудың басқа тәсілдері</translation>
        </message>
        <message>
            <source>Other workspace</source>
            <translation>Басқа жұмыс деректер жинағы</translation>
        </message>
        <message>
            <source>Other: not in the data description</source>
            <translation>Басқа: деректер сипаттамасында жоқ</translation>
        </message>
        <message>
            <source>Otherwise than when it was checked on {when}:</source>
            <translation>{when} тексерілгеннен өзгеше:</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Контур</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Иесі</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>Бума</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Құжаттар</translation>
        </message>
        <message>
            <source>Paste block codes, such as M-44-77-(10е-5а-11,12), or the corner coordinates of plots: degrees, minutes and seconds in any usual form, or metres of Gauss-Kruger with their zone.</source>
            <translation>Блок кодтарын, мысалы M-44-77-(10е-5а-11,12), немесе учаскелердің бұрыш координаттарын енгізіңіз: кез келген әдеттегі түрдегі градус, минут, секунд немесе аймақ нөмірімен Гаусс — Крюгер метрлері.</translation>
        </message>
        <message>
            <source>Paste the codes of a plot and the coordinates of its corners.</source>
            <translation>Учаскенің кодтары мен бұрыштық нүктелерінің координаттарын қойыңыз.</translation>
        </message>
        <message>
            <source>Pasted for {years}.</source>
            <translation>Қойылды: {years}.</translation>
        </message>
        <message>
            <source>Pavlodar region</source>
            <translation>Павлодар облысы</translation>
        </message>
        <message>
            <source>Pending applications</source>
            <translation>Қаралып жатқан өтініштер</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Тұлға</translation>
        </message>
        <message>
            <source>Pieces that could not be read</source>
            <translation>Оқылмаған жерлер</translation>
        </message>
        <message>
            <source>Pieces that could not be read: {count}</source>
            <translation>Оқылмаған жерлер: {count}</translation>
        </message>
        <message>
            <source>Plan of works</source>
            <translation>Жұмыс жоспары</translation>
        </message>
        <message>
            <source>Planned cost against minimum expenditure:</source>
            <translation>Жоспарланған құны мен ең төмен шығыстар:</translation>
        </message>
        <message>
            <source>Planned cost against the minimum expenditure of {count} licences together. Each must spend its own: how the works are divided between the plots is not checked.</source>
            <translation>Жоспар құны барлық лицензиялардың ({count}) жиынтық ең төмен шығыстарымен салыстырылды. Әрқайсысына өзінікі қажет: жұмыстардың учаскелерге бөлінуі тексерілмейді.</translation>
        </message>
        <message>
            <source>Platform's answer</source>
            <translation>Платформа жауабы</translation>
        </message>
        <message>
            <source>Plots</source>
            <translation>Учаскелер</translation>
        </message>
        <message>
            <source>Polygons, lines or points</source>
            <translation>Полигондар, сызықтар не нүктелер</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>Лауазымы</translation>
        </message>
        <message>
            <source>Power of attorney</source>
            <translation>Сенімхат</translation>
        </message>
        <message>
            <source>Precious metals</source>
            <translation>Асыл металдар</translation>
        </message>
        <message>
            <source>Press Install, or run this in a terminal: {command}</source>
            <translation>«Орнату» басыңыз немесе терминалда орындаңыз: {command}</translation>
        </message>
        <message>
            <source>Press Sync to pull it.</source>
            <translation>Оны алу үшін «Синхрондау» басыңыз.</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Мәселелер</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>Өндіру</translation>
        </message>
        <message>
            <source>Production licence</source>
            <translation>Өндіруге арналған лицензия</translation>
        </message>
        <message>
            <source>Production since</source>
            <translation>Өндіру басталған жыл</translation>
        </message>
        <message>
            <source>Prospecting</source>
            <translation>Іздеу</translation>
        </message>
        <message>
            <source>Protected natural area</source>
            <translation>Ерекше қорғалатын табиғи аумақ</translation>
        </message>
        <message>
            <source>Proxy, certificates and sign-ins are those of QGIS: pages Network and Authentication.</source>
            <translation>Прокси, сертификаттар және кіру QGIS баптауларынан алынады: «Желі» және «Аутентификация» беттері.</translation>
        </message>
        <message>
            <source>Prune a workspace's history</source>
            <translation>Жұмыс деректер жинағының тарихын қысқарту</translation>
        </message>
        <message>
            <source>Pull again and &amp;accept what the source changed</source>
            <translation>Қайта алып, дереккөз өзгерістерін &amp;қабылдау</translation>
        </message>
        <message>
            <source>Pull everything</source>
            <translation>Барлығын жүктеу</translation>
        </message>
        <message>
            <source>Pull the ticked themes from the source into the workspace</source>
            <translation>Белгіленген тақырыптарды дереккөзден жұмыс деректер жинағына алу</translation>
        </message>
        <message>
            <source>Pulls</source>
            <translation>Алулар</translation>
        </message>
        <message>
            <source>Pulls after it that did not succeed by then: {number}.</source>
            <translation>Одан кейін сол сәтке дейінгі сәтсіз алулар: {number}.</translation>
        </message>
        <message>
            <source>Pulls licences, applications, deposits and the other themes from a source into a workspace. Every theme becomes a dated, counted snapshot; features that changed get a new version and the old one is kept. A theme that fails keeps its last good state.

Source: the name of one of your sources, the name or file of a source profile, the address of a platform, or a GeoPackage.
Workspace: a GeoPackage; it is made where there is none.
Themes: all that the profile has, where none is chosen.
Pull everything: also what has not changed. Otherwise, where the source tells what has changed since the last pull, that alone is fetched.
Accept: take what the source changed, although most features are gone, all have other identifiers or an attribute that matters is lost. Without it such a pull fails and the last good state stays.</source>
            <translation>Лицензияларды, өтініштерді, кен орындарын және өзге тақырыптарды дереккөзден жұмыс деректер жинағына жүктейді. Әр тақырып күні мен саны көрсетілген суретке айналады; өзгерген нысандар жаңа нұсқа алады, бұрынғысы сақталады. Жүктелмеген тақырып соңғы дұрыс күйінде қалады.

Дереккөз: дереккөздеріңіздің бірінің атауы, дереккөз профилінің атауы немесе файлы, платформа мекенжайы не GeoPackage.
Жұмыс деректер жинағы: GeoPackage файлы; жоқ болса, жасалады.
Тақырыптар: ештеңе таңдалмаса, профильдегі барлығы.
Барлығын жүктеу: өзгермегенін де. Әйтпесе, дереккөз соңғы жүктеуден бері не өзгергенін айта алса, тек сол жүктеледі.
Қабылдау: нысандардың көбі жойылса, бәрінің идентификаторы өзгерсе немесе маңызды атрибут жоғалса да, дереккөз өзгерткенді алу. Әйтпесе мұндай алу орындалмай, соңғы дұрыс күй сақталады.</translation>
        </message>
        <message>
            <source>Pulls that are kept: {number}</source>
            <translation>Сақталатын алулар: {number}</translation>
        </message>
        <message>
            <source>Put the grid file named here into a folder that PROJ reads, or choose another transformation of SK-42 in QGIS's options, page Kaznedra.</source>
            <translation>Осында аталған тор файлын PROJ оқитын қалтаға салыңыз немесе QGIS параметрлеріндегі Kaznedra бетінен СК-42-нің басқа түрлендіруін таңдаңыз.</translation>
        </message>
        <message>
            <source>Puts the plugin's own templates into the folder, for you to change; yours are left as they are</source>
            <translation>Модульдің үлгілерін өзгертуіңіз үшін қалтаға салады; өзіңіздікі сол күйінде қалады</translation>
        </message>
        <message>
            <source>Python libraries that Kaznedra stands on are missing: {names}.</source>
            <translation>Kaznedra-ға қажет Python кітапханалары жоқ: {names}.</translation>
        </message>
        <message>
            <source>QGIS was too busy to draw the map sheets</source>
            <translation>QGIS басқа жұмыспен айналысып, карта парақтарын сыза алмады</translation>
        </message>
        <message>
            <source>Raise the page size limit in Settings, Options, Kaznedra, or let the profile ask for smaller pages.</source>
            <translation>«Баптаулар, Параметрлер, Kaznedra» бетінде жауап шегін көтеріңіз немесе профильде кішірек беттер сұратыңыз.</translation>
        </message>
        <message>
            <source>Rare metals and rare earths</source>
            <translation>Сирек және сирек жер металдары</translation>
        </message>
        <message>
            <source>Reading what would be removed…</source>
            <translation>Не жойылатыны оқылуда…</translation>
        </message>
        <message>
            <source>Reads block codes and makes the blocks as polygons, each once, in the order of the text.

The text may be copied out of a licence or an application: M-44-77-(10е-5а-11), Cyrillic or Latin letters, any dashes, lists and ranges such as (10е-5а-6-10,12), groups of several sheets, and marks of partial blocks such as (частично).

Nothing is guessed: where a piece cannot be read, no block is made, and every such piece is named with its place, the reason and what it may have meant.</source>
            <translation>Блок кодтарын оқып, блоктарды полигондар түрінде, әрқайсысын бір реттен, мәтіндегі ретімен жасайды.

Мәтінді лицензиядан немесе өтініштен көшіруге болады: M-44-77-(10е-5а-11), кирилл немесе латын әріптері, кез келген сызықшалар, (10е-5а-6-10,12) сияқты тізімдер мен аралықтар, бірнеше парақтың топтары, (ішінара) сияқты толық емес блок белгілері.

Ештеңе болжап алынбайды: мәтіннің бір бөлігі оқылмаса, бірде-бір блок жасалмайды, ал әрбір сондай бөлік орнымен, себебімен және ықтимал мағынасымен аталады.</translation>
        </message>
        <message>
            <source>Reads the corners of plots and makes the blocks that these enclose.

The text may be copied out of a licence, a PDF or a spreadsheet: degrees, minutes and seconds in any usual form, in Cyrillic or Latin letters, or metres of Gauss-Kruger with their zone. A plot ends where its first corner comes again, or at a blank line or a heading.

Datum: as the text names it; degrees without one are taken to be WGS 84, of metres it has to be chosen. The transformation is the most accurate that PROJ has, or the one set in QGIS's options; it is named. Nothing is guessed: where a row cannot be read, no block is made.</source>
            <translation>Учаскелердің бұрыштарын оқып, олардың ішіндегі блоктарды жасайды.

Мәтінді лицензиядан, PDF-тен не кестеден көшіруге болады: кез келген әдеттегі түрдегі градус, минут, секунд, кирилл не латын әріптерімен, немесе аймақ нөмірімен Гаусс — Крюгер метрлері. Учаске бірінші бұрышы қайталанған жерде, бос жолда не тақырыпта аяқталады.

Координаттар жүйесі: мәтінде аталғандай; аталмаса, градустар WGS 84 деп алынады, метрлер үшін оны таңдау керек. Түрлендіру – PROJ-да бардың ең дәлі немесе QGIS параметрлерінде көрсетілгені; ол аталады. Ештеңе болжанбайды: жол оқылмаса, блоктар жасалмайды.</translation>
        </message>
        <message>
            <source>Receipt:</source>
            <translation>Қолхат:</translation>
        </message>
        <message>
            <source>Received:</source>
            <translation>Қабылданды:</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Тізілімдегі жазба</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Қайталау</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Бас тартылды</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Облыс</translation>
        </message>
        <message>
            <source>Regions (outlines from before 2022)</source>
            <translation>Облыстар (2022 жылға дейінгі шекарада)</translation>
        </message>
        <message>
            <source>Relinquished</source>
            <translation>Учаске қайтарылған</translation>
        </message>
        <message>
            <source>Relinquishment at the extension</source>
            <translation>Ұзарту кезінде учаске бөлігін қайтару</translation>
        </message>
        <message>
            <source>Remark:</source>
            <translation>Ескертпе:</translation>
        </message>
        <message>
            <source>Remove a block</source>
            <translation>Блокты алып тастау</translation>
        </message>
        <message>
            <source>Remove blocks</source>
            <translation>Блоктарды алып тастау</translation>
        </message>
        <message>
            <source>Remove the applicant</source>
            <translation>Өтініш берушіні жою</translation>
        </message>
        <message>
            <source>Remove the applicant's profile</source>
            <translation>Өтініш берушінің профилін жою</translation>
        </message>
        <message>
            <source>Remove the profile of {name} from this computer? Drafts for this applicant then have none.</source>
            <translation>«{name}» профилі осы компьютерден жойылсын ба? Оның жобалары өтініш берушісіз қалады.</translation>
        </message>
        <message>
            <source>Remove the selected files from the list</source>
            <translation>Таңдалған файлдарды тізімнен алып тастау</translation>
        </message>
        <message>
            <source>Remove the selected persons</source>
            <translation>Таңдалған тұлғаларды жою</translation>
        </message>
        <message>
            <source>Remove the selected works</source>
            <translation>Таңдалған жұмыстарды жою</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Жойылды</translation>
        </message>
        <message>
            <source>Removes old snapshots and the versions of features that only they showed, and makes the file smaller. This cannot be undone.

Keep the last days, or keep the last pulls of every theme of every source: one of the two. Where neither is given, what was chosen for this workspace in the dock holds, which at first is to keep everything.

The last good state of every theme always stays, and so does every snapshot that a draft or report cites, with all that the map showed then. A moment whose snapshots were removed is unknown afterwards.

Dry run: nothing is removed; the report tells what would be.</source>
            <translation>Ескі қималарды және тек соларда көрінген объектілер нұсқаларын жояды, файлды кішірейтеді. Мұны қайтаруға болмайды.

Соңғы күндерді немесе әр дереккөздің әр тақырыбының соңғы алуларын сақтау: екеуінің бірі. Ешқайсысы берілмесе, осы жұмыс деректер жинағы үшін панельде таңдалғаны қолданылады; бастапқыда ол бәрін сақтау.

Әр тақырыптың соңғы толық күйі әрқашан қалады; жоба немесе есеп сілтеме жасаған әр қима да сол кезде карта көрсеткеннің бәрімен бірге қалады. Қималары жойылған сәт содан кейін белгісіз болады.

Сынама іске қосу: ештеңе жойылмайды; есеп не жойылатынын айтады.</translation>
        </message>
        <message>
            <source>Rent</source>
            <translation>Төлемақы</translation>
        </message>
        <message>
            <source>Reopens the pack that an export wrote, application.zip, and compares every part with the manifest: none may be missing, changed, damaged or added. Whoever changes a part and the manifest with it is not found out: that is what a signature is for.</source>
            <translation>Экспорт жазған application.zip бумасын қайта ашып, әр бөлігін тізімдемемен салыстырады: бірде-бір бөлік жоғалмауы, өзгермеуі, бүлінбеуі немесе қосылмауы керек. Бөлікпен бірге тізімдемені де өзгерткен адам бұлай анықталмайды: ол үшін қолтаңба бар.</translation>
        </message>
        <message>
            <source>Replace the blocks</source>
            <translation>Блоктарды ауыстыру</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Есеп</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Өкіл</translation>
        </message>
        <message>
            <source>Requests at once</source>
            <translation>Қатар жіберілетін сұраулар</translation>
        </message>
        <message>
            <source>Reserves</source>
            <translation>Қорлар</translation>
        </message>
        <message>
            <source>Residence</source>
            <translation>Тұрғылықты жері</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Жауапты тұлға</translation>
        </message>
        <message>
            <source>Restore &amp;defaults</source>
            <translation>&amp;Бастапқы мәндерді қайтару</translation>
        </message>
        <message>
            <source>Restricted areas</source>
            <translation>Шектеу қойылған аумақтар</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Нәтиже</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>Кері қайтарып алынған</translation>
        </message>
        <message>
            <source>Roads, railways, power lines, pipelines</source>
            <translation>Автожолдар, теміржолдар, электр желілері, құбырлар</translation>
        </message>
        <message>
            <source>Rule pack: {pack}</source>
            <translation>Қағидалар пакеті: {pack}</translation>
        </message>
        <message>
            <source>Rules that say: {state}</source>
            <translation>«{state}» деген қағидалар</translation>
        </message>
        <message>
            <source>Run this in a terminal, then start QGIS again: {command}</source>
            <translation>Терминалда орындап, QGIS-ті қайта іске қосыңыз: {command}</translation>
        </message>
        <message>
            <source>Russia</source>
            <translation>Ресей</translation>
        </message>
        <message>
            <source>Russian</source>
            <translation>орыс тілі</translation>
        </message>
        <message>
            <source>S&amp;ubmit…</source>
            <translation>&amp;Тапсыру…</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Орналасқан жері</translation>
        </message>
        <message>
            <source>Section, 10′</source>
            <translation>Секция, 10′</translation>
        </message>
        <message>
            <source>Sent for review</source>
            <translation>Қарауға жіберілді</translation>
        </message>
        <message>
            <source>Separate plots</source>
            <translation>Бөлек учаскелер</translation>
        </message>
        <message>
            <source>Set the coordinate system that they are in, or give them as longitude and latitude in degrees.</source>
            <translation>Олардың координаттар жүйесін көрсетіңіз немесе бойлық пен ендікті градуспен беріңіз.</translation>
        </message>
        <message>
            <source>Settlement</source>
            <translation>Елді мекен</translation>
        </message>
        <message>
            <source>Share, country</source>
            <translation>Үлесі, елі</translation>
        </message>
        <message>
            <source>Sheet of 1:100 000</source>
            <translation>1:100 000 парағы</translation>
        </message>
        <message>
            <source>Show &amp;log</source>
            <translation>Журналды &amp;көрсету</translation>
        </message>
        <message>
            <source>Show on the map how blocks stand</source>
            <translation>Блоктардың жай-күйін картада көрсету</translation>
        </message>
        <message>
            <source>Show the &amp;map then</source>
            <translation>Сол сәттегі &amp;карта</translation>
        </message>
        <message>
            <source>Show the map as it is now</source>
            <translation>Картаны бүгінгі күйінде көрсету</translation>
        </message>
        <message>
            <source>Show the map as of an earlier pull</source>
            <translation>Картаны бұрынғы алу сәтінде көрсету</translation>
        </message>
        <message>
            <source>Show the map as of the end of a day</source>
            <translation>Картаны күннің соңындағы күйінде көрсету</translation>
        </message>
        <message>
            <source>Show the workspace's &amp;folder</source>
            <translation>Жұмыс жинағының қалта&amp;сын көрсету</translation>
        </message>
        <message>
            <source>Show where &amp;codes and geometry disagree</source>
            <translation>&amp;Кодтар мен геометрия сәйкес емес жерлерді көрсету</translation>
        </message>
        <message>
            <source>Shows exactly what would be sent, and asks before it sends</source>
            <translation>Нақты не жіберілетінін көрсетеді және жіберер алдында сұрайды</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>Кіру</translation>
        </message>
        <message>
            <source>Signature bonus</source>
            <translation>Қол қою бонусы</translation>
        </message>
        <message>
            <source>Signature bonus, MCI</source>
            <translation>Қол қою бонусы, АЕК</translation>
        </message>
        <message>
            <source>Signature bonus, liquidation security, and minimum expenditure and land rent of each year of an exploration licence for solid minerals, in monthly calculation indices (MCI) and tenge, by the rule pack that the report names. Partial blocks count as whole ones.

An MCI that is not known yet is not guessed: amounts that need it have no tenge (null in the report). Give your own MCI of such years if you wish.

Cliffs: what one block fewer or one more would change over all years.

A year is a year of the licence from the day of issue. Minimum expenditure is in the MCI of 1 January of the calendar year in which it begins; rent is counted by months, each in the MCI of its calendar year. Where an extension must give blocks up, its years are of the blocks that may stay.</source>
            <translation>Қатты пайдалы қазбаларды барлауға арналған лицензияның қол қою бонусы, жоюды қамтамасыз ету, әр жылғы ең төмен шығыстар мен жер учаскелерін пайдаланғаны үшін төлемақы — айлық есептік көрсеткішпен (АЕК) және теңгемен, есепте аталған қағидалар пакеті бойынша. Толық емес блоктар толық деп есептеледі.

Әлі белгісіз АЕК болжанбайды: ол қажет сомалар теңгесіз қалады (есепте null). Қаласаңыз, мұндай жылдарға өз АЕК-іңізді беріңіз.

Сатылар: бір блок кем немесе артық болса, барлық жылда не өзгерер еді.

Жыл — берілген күннен басталатын лицензия жылы. Ең төмен шығыстар ол басталатын күнтізбелік жылдың 1 қаңтарындағы АЕК бойынша, төлемақы айлар бойынша, әр ай өз күнтізбелік жылының АЕК-імен есептеледі. Ұзарту кезінде блоктардың бір бөлігі қайтарылуы тиіс болса, оның жылдары қалуы мүмкін блоктар бойынша есептеледі.</translation>
        </message>
        <message>
            <source>Signed by the applicant, Kazakh and Russian</source>
            <translation>Өтініш беруші қол қойған, қаз. және орыс.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Көлемі</translation>
        </message>
        <message>
            <source>Size unknown</source>
            <translation>Көлемі белгісіз</translation>
        </message>
        <message>
            <source>Size: unique to small or unknown</source>
            <translation>Көлемі: бірегейден шағынға дейін</translation>
        </message>
        <message>
            <source>Slag</source>
            <translation>Қож үйіндісі</translation>
        </message>
        <message>
            <source>Sludge</source>
            <translation>Шлам жинағыш</translation>
        </message>
        <message>
            <source>Small</source>
            <translation>Шағын</translation>
        </message>
        <message>
            <source>Snapshot</source>
            <translation>Деректер қимасы</translation>
        </message>
        <message>
            <source>Snapshots</source>
            <translation>Деректер қималары</translation>
        </message>
        <message>
            <source>Snapshots of a workspace</source>
            <translation>Жұмыс деректер жинағының қималары</translation>
        </message>
        <message>
            <source>Snapshots removed</source>
            <translation>Жойылған қималар</translation>
        </message>
        <message>
            <source>Snapshots removed: {goes}; kept: {stays}</source>
            <translation>Жойылған қималар: {goes}; сақталғаны: {stays}</translation>
        </message>
        <message>
            <source>Snapshots that would be removed: {goes}; kept: {stays}</source>
            <translation>Жойылатын қималар: {goes}; сақталатыны: {stays}</translation>
        </message>
        <message>
            <source>Snapshots to be removed: {goes}; kept: {stays}. Old versions of features to be removed: {versions} ({size}). This cannot be undone: the map can then no longer show those moments.</source>
            <translation>Жойылатын қималар: {goes}; қалатыны: {stays}. Жойылатын ескі объект нұсқалары: {versions} ({size}). Мұны қайтаруға болмайды: карта ол сәттерді енді көрсете алмайды.</translation>
        </message>
        <message>
            <source>Some block codes could not be read</source>
            <translation>Кейбір блок кодтары оқылмады</translation>
        </message>
        <message>
            <source>Some features came twice, so that others may be missing</source>
            <translation>Кейбір нысандар екі рет келді, басқалары жетпеуі мүмкін</translation>
        </message>
        <message>
            <source>Some features lie outside the area that the source declares</source>
            <translation>Кейбір нысандар дереккөз мәлімдеген аумақтан тыс жатыр</translation>
        </message>
        <message>
            <source>Some values of the source are not of their type and are left out.</source>
            <translation>Дереккөздің кейбір мәндері өз түріне сай емес, сондықтан алынбады.</translation>
        </message>
        <message>
            <source>Something happened that Kaznedra did not foresee</source>
            <translation>Kaznedra болжамаған жағдай орын алды</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Дереккөз</translation>
        </message>
        <message>
            <source>Source of the data</source>
            <translation>Деректер көзі</translation>
        </message>
        <message>
            <source>Source profile</source>
            <translation>Дереккөз профилі</translation>
        </message>
        <message>
            <source>Source, workspace and settings</source>
            <translation>Дереккөз, жұмыс деректер жинағы және баптаулар</translation>
        </message>
        <message>
            <source>Source: name, profile or address</source>
            <translation>Дереккөз: атауы, профилі немесе мекенжайы</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Сатысы</translation>
        </message>
        <message>
            <source>Stage unknown</source>
            <translation>Сатысы белгісіз</translation>
        </message>
        <message>
            <source>Stale: {themes}</source>
            <translation>Ескірген: {themes}</translation>
        </message>
        <message>
            <source>Standing</source>
            <translation>Жай-күйі</translation>
        </message>
        <message>
            <source>Start again whenever you like.</source>
            <translation>Қалаған кезде қайта бастаңыз.</translation>
        </message>
        <message>
            <source>Started on</source>
            <translation>Басталған күні</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Күйі</translation>
        </message>
        <message>
            <source>State geological study</source>
            <translation>Мемлекеттік геологиялық зерттеу</translation>
        </message>
        <message>
            <source>State programme areas</source>
            <translation>Мемлекеттік қор бағдарламасы</translation>
        </message>
        <message>
            <source>State registration</source>
            <translation>Мемлекеттік тіркеу</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Мәртебесі</translation>
        </message>
        <message>
            <source>Status at the platform</source>
            <translation>Платформадағы мәртебесі</translation>
        </message>
        <message>
            <source>Status:</source>
            <translation>Мәртебесі:</translation>
        </message>
        <message>
            <source>Still needed for an application: {members}.</source>
            <translation>Өтінішке әлі қажет: {members}.</translation>
        </message>
        <message>
            <source>Stop the &amp;test</source>
            <translation>&amp;Тексеруді тоқтату</translation>
        </message>
        <message>
            <source>Submission</source>
            <translation>Тапсыру</translation>
        </message>
        <message>
            <source>Submit an application</source>
            <translation>Өтініш тапсыру</translation>
        </message>
        <message>
            <source>Submit the application</source>
            <translation>Өтініш тапсыру</translation>
        </message>
        <message>
            <source>Subsection, 5′</source>
            <translation>Кіші секция, 5′</translation>
        </message>
        <message>
            <source>Sum so far</source>
            <translation>Өспелі жиыны</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>Тоқтатыла тұрған</translation>
        </message>
        <message>
            <source>Switch on the plugin Processing to compare pulls.</source>
            <translation>Алуларды салыстыру үшін Processing модулін қосыңыз.</translation>
        </message>
        <message>
            <source>Sync a workspace</source>
            <translation>Жұмыс деректер жинағын синхрондау</translation>
        </message>
        <message>
            <source>Sync once more to be sure of the newest state.</source>
            <translation>Соңғы күйге сенімді болу үшін тағы бір рет синхрондаңыз.</translation>
        </message>
        <message>
            <source>Sync once more where a change of the last hours matters.</source>
            <translation>Соңғы сағаттардағы өзгерістер маңызды болса, тағы бір рет синхрондаңыз.</translation>
        </message>
        <message>
            <source>Tailings</source>
            <translation>Қалдық қоймасы</translation>
        </message>
        <message>
            <source>Tajikistan</source>
            <translation>Тәжікстан</translation>
        </message>
        <message>
            <source>Take all back</source>
            <translation>Бәрін алып тастау</translation>
        </message>
        <message>
            <source>Take amounts copied from a spreadsheet, a line a year from the first year that the rule pack does not know, or with the years beside them. Ctrl+V in a field begins with its year.</source>
            <translation>Кестеден көшірілген сомаларды алу: қағидалар пакетінде жоқ алғашқы жылдан бастап жылына бір жол немесе жанындағы жылдармен. Өрістегі Ctrl+V сол жылдан бастайды.</translation>
        </message>
        <message>
            <source>Take the blocks that would not be granted out of the draft, and ask for those as partial of which a part would be granted; it can be undone</source>
            <translation>Берілмейтін блоктарды жобадан алып тастау, ал ішінара берілетіндерін толық емес ретінде сұрау; мұны болдырмауға болады</translation>
        </message>
        <message>
            <source>Take the draft out of the &amp;archive</source>
            <translation>Жобаны мұрағаттан &amp;қайтару</translation>
        </message>
        <message>
            <source>Take the sign-in out of the address and choose it below: addresses are not secret.</source>
            <translation>Кіру деректерін мекенжайдан алып, төменнен таңдаңыз: мекенжай құпия емес.</translation>
        </message>
        <message>
            <source>Take your own MCI back</source>
            <translation>Өз АЕК-іңізді алып тастау</translation>
        </message>
        <message>
            <source>Technogenic formations</source>
            <translation>Техногендік түзілімдер</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Телефон</translation>
        </message>
        <message>
            <source>Tell the platform's operator, or use another source for this theme.</source>
            <translation>Платформа операторына хабарлаңыз немесе бұл тақырыпты басқа дереккөзден алыңыз.</translation>
        </message>
        <message>
            <source>Tell the platform's operator. If the other server is the right one, enter its address in the source.</source>
            <translation>Платформа операторына хабарлаңыз. Басқа сервер дұрыс болса, оның мекенжайын дереккөзге енгізіңіз.</translation>
        </message>
        <message>
            <source>Tell the platform's operator. What was pulled before stays in use until the source is right again.</source>
            <translation>Платформа операторына хабарлаңыз. Дереккөз түзетілгенше бұрын алынған деректер қолданыла береді.</translation>
        </message>
        <message>
            <source>Tell the platform's operator: its paging does not work, so nobody can get all of its data.</source>
            <translation>Платформа операторына хабарлаңыз: беттеп беру жұмыс істемейді, барлық деректі ешкім ала алмайды.</translation>
        </message>
        <message>
            <source>Templates put there: {count}</source>
            <translation>Салынған үлгілер: {count}</translation>
        </message>
        <message>
            <source>Term has passed, still listed as in force</source>
            <translation>Мерзімі өткен, бірақ қолданыста деп тізілген</translation>
        </message>
        <message>
            <source>Terminated</source>
            <translation>Тоқтатылған</translation>
        </message>
        <message>
            <source>Test the connection. If it lasts, tell the platform's operator what stands under Details.</source>
            <translation>Байланысты тексеріңіз. Өзгермесе, платформа операторына «Толығырақ» ішіндегіні хабарлаңыз.</translation>
        </message>
        <message>
            <source>That is {count} blocks, and one run makes no more than {most}.</source>
            <translation>Бұл {count} блок, ал бір іске қосуда {most} блоктан көп жасалмайды.</translation>
        </message>
        <message>
            <source>That is {count} blocks; one step takes no more than {most}.</source>
            <translation>Бұл {count} блок; бір қадамда ең көбі {most} алуға болады.</translation>
        </message>
        <message>
            <source>The MCI of these years is not known, and amounts that need it have no tenge: {years}.</source>
            <translation>Бұл жылдардың АЕК-і белгісіз, ол қажет сомалар теңгемен көрсетілмейді: {years}.</translation>
        </message>
        <message>
            <source>The answer broke off before its end</source>
            <translation>Жауап соңына жетпей үзілді</translation>
        </message>
        <message>
            <source>The applicant cannot be read</source>
            <translation>Өтініш берушіні оқу мүмкін болмады</translation>
        </message>
        <message>
            <source>The applicant is refused until {date}, art. {article}</source>
            <translation>Өтініш берушіге бас тарту: {date} дейін, {article}-бап</translation>
        </message>
        <message>
            <source>The applicant is the national company for uranium</source>
            <translation>Өтініш беруші — уран бойынша ұлттық компания</translation>
        </message>
        <message>
            <source>The applicant's profile is kept on another computer; choose one that is kept here.</source>
            <translation>Өтініш берушінің профилі басқа компьютерде сақталған; осында сақталғанын таңдаңыз.</translation>
        </message>
        <message>
            <source>The application as ODT and PDF, map sheets, corner catalogue, data files and one pack of them all</source>
            <translation>Өтініш ODT және PDF пішінінде, карта парақтары, бұрыштар каталогы, деректер файлдары және бәрінің ортақ бумасы</translation>
        </message>
        <message>
            <source>The application lacks what cannot be left out</source>
            <translation>Өтініште болуы міндетті мәлімет жоқ</translation>
        </message>
        <message>
            <source>The application was sent already, and it is not yet known whether it arrived</source>
            <translation>Өтініш жіберілді, бірақ жеткен-жетпегені әзірге белгісіз</translation>
        </message>
        <message>
            <source>The chosen sign-in could not be used, so nothing was sent</source>
            <translation>Таңдалған кіруді қолдану мүмкін болмады, сондықтан ештеңе жіберілмеді</translation>
        </message>
        <message>
            <source>The data of the source changed while it was being pulled</source>
            <translation>Алу кезінде дереккөздің деректері өзгерді</translation>
        </message>
        <message>
            <source>The data on this computer is as it was before.</source>
            <translation>Осы компьютердегі деректер бұрынғыдай.</translation>
        </message>
        <message>
            <source>The demo data is not in this copy of the plugin.</source>
            <translation>Модульдің бұл көшірмесінде демо деректер жоқ.</translation>
        </message>
        <message>
            <source>The draft was sent already. To file another application, duplicate it.</source>
            <translation>Жоба жіберіліп қойған. Басқа өтініш беру үшін оның көшірмесін жасаңыз.</translation>
        </message>
        <message>
            <source>The extension gives blocks up: at most {kept} of {blocks} stay, and its years are of those.</source>
            <translation>Ұзарту кезінде блоктардың бір бөлігі қайтарылады: {blocks} блоктан ең көбі {kept} қалады, ұзарту жылдары солар бойынша есептелген.</translation>
        </message>
        <message>
            <source>The features came under other identifiers than before, so that all would look new</source>
            <translation>Нысандар басқа идентификаторлармен келді, сондықтан бәрі жаңа болып көрінер еді</translation>
        </message>
        <message>
            <source>The features came with longitude and latitude exchanged</source>
            <translation>Нысандардың бойлығы мен ендігі орын ауысып келді</translation>
        </message>
        <message>
            <source>The file cannot be read as map data</source>
            <translation>Файл карта деректері ретінде оқылмайды</translation>
        </message>
        <message>
            <source>The file could not be made smaller now; the room in it is reused.</source>
            <translation>Файлды қазір кішірейту мүмкін болмады; ондағы орын қайта пайдаланылады.</translation>
        </message>
        <message>
            <source>The file is not a Kaznedra workspace</source>
            <translation>Файл Kaznedra жұмыс деректер жинағы емес</translation>
        </message>
        <message>
            <source>The file was left as it is.</source>
            <translation>Файл өзгеріссіз қалды.</translation>
        </message>
        <message>
            <source>The geometry cannot be compared with blocks: too large, broken, or not in degrees.</source>
            <translation>Геометрияны блоктармен салыстыру мүмкін емес: тым үлкен, бүлінген немесе градуспен емес.</translation>
        </message>
        <message>
            <source>The geometry of the source is invalid; check it before you rely on it.</source>
            <translation>Дереккөздің геометриясы дұрыс емес; оған сүйенбес бұрын тексеріңіз.</translation>
        </message>
        <message>
            <source>The grid of blocks of one minute, with their codes. It shows from 1:500 000.</source>
            <translation>Бір минуттық блоктар торы, кодтарымен. 1:500 000 масштабынан көрінеді.</translation>
        </message>
        <message>
            <source>The ground has changed since the last check.</source>
            <translation>Соңғы тексеруден бері жағдай өзгерді.</translation>
        </message>
        <message>
            <source>The history of then was pruned.</source>
            <translation>Сол кездің тарихы жойылған.</translation>
        </message>
        <message>
            <source>The history of this theme before {date} was pruned.</source>
            <translation>Бұл тақырыптың {date} дейінгі тарихы жойылған.</translation>
        </message>
        <message>
            <source>The last &amp;days:</source>
            <translation>Соңғы &amp;күндер:</translation>
        </message>
        <message>
            <source>The last &amp;pulls of every theme:</source>
            <translation>Әр тақырыптың соңғы &amp;алулары:</translation>
        </message>
        <message>
            <source>The last good state of every theme always stays, and so does what a draft or report cites. The choice is kept in this workspace and holds after each pull.</source>
            <translation>Әр тақырыптың соңғы толық күйі әрқашан қалады, жоба немесе есеп сілтеме жасағаны да қалады. Таңдау осы жұмыс деректер жинағында сақталып, әр алудан кейін қолданылады.</translation>
        </message>
        <message>
            <source>The last pull failed.</source>
            <translation>Соңғы алу орындалмады.</translation>
        </message>
        <message>
            <source>The libraries could not be installed.</source>
            <translation>Кітапханаларды орнату мүмкін болмады.</translation>
        </message>
        <message>
            <source>The map shows an incomplete pull. Features: {features}.</source>
            <translation>Картада толық емес деректер. Нысандар: {features}.</translation>
        </message>
        <message>
            <source>The map shows the complete pull of {date}. Features: {features}.</source>
            <translation>Картада {date} алынған толық қима. Нысандар: {features}.</translation>
        </message>
        <message>
            <source>The map shows the incomplete pull of {date}. Features: {features}.</source>
            <translation>Картада {date} алынған толық емес қима. Нысандар: {features}.</translation>
        </message>
        <message>
            <source>The map shows the pull of {date}. Features: {features}.</source>
            <translation>Карта {date} алуын көрсетеді. Объектілер: {features}.</translation>
        </message>
        <message>
            <source>The map shows what was pulled before, last on {date}.</source>
            <translation>Картада бұрын алынғаны, соңғы қима {date} алынған.</translation>
        </message>
        <message>
            <source>The map shows {moment}, not today.</source>
            <translation>Карта бүгінді емес, {moment} күйін көрсетеді.</translation>
        </message>
        <message>
            <source>The most accurate there is in the place</source>
            <translation>Сол жерге арналғандардың ең дәлі</translation>
        </message>
        <message>
            <source>The numbering agrees with the coordinates (blocks: {blocks}; corners: {corners}).</source>
            <translation>Нөмірлеу координаттарға сәйкес (блоктар: {blocks}; бұрыштық нүктелер: {corners}).</translation>
        </message>
        <message>
            <source>The numbering and the coordinates differ (blocks: {blocks}; corners: {corners}).</source>
            <translation>Нөмірлеу мен координаттар сәйкес емес (блоктар: {blocks}; бұрыштық нүктелер: {corners}).</translation>
        </message>
        <message>
            <source>The outcome is not known for certain: these are the plots as they were chosen.</source>
            <translation>Нәтижесі анық белгісіз: бұл – таңдалған күйіндегі учаскелер.</translation>
        </message>
        <message>
            <source>The outline leaves the grid's lines by up to {metres} m.</source>
            <translation>Контур тор сызықтарынан {metres} м-ге дейін ауытқиды.</translation>
        </message>
        <message>
            <source>The outline lies off the grid as a whole, by {metres} m.</source>
            <translation>Контур тұтасымен тордан {metres} м ығысқан.</translation>
        </message>
        <message>
            <source>The outline lies {metres} m to the north-west of the grid, as if the blocks were counted in Pulkovo 1942 (SK-42).</source>
            <translation>Контур тордан {metres} м солтүстік-батысқа ығысқан, блоктар Пулково 1942 (СК-42) жүйесінде саналғандай.</translation>
        </message>
        <message>
            <source>The outline lies {metres} m to the south-east of the grid, as if given in Pulkovo 1942 (SK-42).</source>
            <translation>Контур тордан {metres} м оңтүстік-шығысқа ығысқан, Пулково 1942 (СК-42) жүйесінде берілгендей.</translation>
        </message>
        <message>
            <source>The output would overwrite the workspace.</source>
            <translation>Нәтиже жұмыс деректер жинағының үстіне жазылар еді.</translation>
        </message>
        <message>
            <source>The pages that had come then were not fetched again.</source>
            <translation>Сол кезде келген беттер қайтадан сұралмады.</translation>
        </message>
        <message>
            <source>The platform has not confirmed it. It will not be sent again before the platform says that it has it not.</source>
            <translation>Платформа алғанын растаған жоқ. Платформа өтініш жоқ деп жауап бермейінше, ол қайта жіберілмейді.</translation>
        </message>
        <message>
            <source>The platform has not got the application.</source>
            <translation>Платформа өтінішті алған жоқ.</translation>
        </message>
        <message>
            <source>The platform has not got the application. You may send it again.</source>
            <translation>Платформа өтінішті алған жоқ. Оны қайта жіберуге болады.</translation>
        </message>
        <message>
            <source>The platform has other values than were sent: {names}.</source>
            <translation>Платформадағы мәндер жіберілгеннен өзгеше: {names}.</translation>
        </message>
        <message>
            <source>The platform has the application already</source>
            <translation>Өтініш платформада бұрыннан бар</translation>
        </message>
        <message>
            <source>The platform has the application. Its status is followed.</source>
            <translation>Өтініш платформада. Оның мәртебесі бақылануда.</translation>
        </message>
        <message>
            <source>The platform is of another version than before</source>
            <translation>Платформаның нұсқасы өзгерді</translation>
        </message>
        <message>
            <source>The platform no longer shows the application</source>
            <translation>Платформа өтінішті енді көрсетпейді</translation>
        </message>
        <message>
            <source>The platform's answer does not tell whether it has the application</source>
            <translation>Платформаның жауабы өтініштің онда бар-жоғын көрсетпейді</translation>
        </message>
        <message>
            <source>The plugin is not started. Your data is as it was.</source>
            <translation>Модуль іске қосылмады. Деректеріңіз бұрынғыдай.</translation>
        </message>
        <message>
            <source>The profile stays on this computer; a workspace that you lend does not contain it.</source>
            <translation>Профиль осы компьютерде қалады; басқаға берілетін жұмыс жинағында ол болмайды.</translation>
        </message>
        <message>
            <source>The proxy did not let the request through</source>
            <translation>Прокси сұрауды өткізбеді</translation>
        </message>
        <message>
            <source>The pull is older than {days} days, the age that the source's profile or your settings allow. The rules of the law call nothing clear by it.</source>
            <translation>Деректер {days} күннен бұрын жүктелген; дереккөз профилі немесе баптауларыңыз одан артыққа жол бермейді. Олар бойынша заң ережелері «кедергі жоқ» деп жауап бермейді.</translation>
        </message>
        <message>
            <source>The receipt is kept on this computer.</source>
            <translation>Қолхат осы компьютерде сақталған.</translation>
        </message>
        <message>
            <source>The rules have not been checked for these blocks: the outcome is unknown.</source>
            <translation>Бұл блоктар үшін ережелер тексерілмеген: нәтижесі белгісіз.</translation>
        </message>
        <message>
            <source>The same as when it was checked on {when}.</source>
            <translation>{when} тексерілгендегідей.</translation>
        </message>
        <message>
            <source>The security of the extension is added to that of the first term; whether it replaces it is not verified.</source>
            <translation>Ұзарту мерзімінің қамтамасыз етуі бірінші мерзімдікіне қосылған; оны алмастыра ма, тексерілмеген.</translation>
        </message>
        <message>
            <source>The server allows pages of another size than before</source>
            <translation>Сервер бұрынғыдан басқа көлемдегі беттерге рұқсат береді</translation>
        </message>
        <message>
            <source>The server answered with a fault of its own</source>
            <translation>Сервер өз ақауын хабарлады</translation>
        </message>
        <message>
            <source>The server answered with something other than data</source>
            <translation>Сервер дерек емес, басқа жауап берді</translation>
        </message>
        <message>
            <source>The server asks for fewer requests</source>
            <translation>Сервер сұрауды азайтуды сұрайды</translation>
        </message>
        <message>
            <source>The server gives smaller pages than were asked for, without saying so</source>
            <translation>Сервер сұралғаннан кіші беттер береді, бірақ ол туралы айтпайды</translation>
        </message>
        <message>
            <source>The server has nothing at this address</source>
            <translation>Серверде бұл мекенжайда ештеңе жоқ</translation>
        </message>
        <message>
            <source>The server keeps sending the request on to other addresses</source>
            <translation>Сервер сұрауды басқа мекенжайларға қайта-қайта бағыттайды</translation>
        </message>
        <message>
            <source>The server knows you but does not let you see this</source>
            <translation>Сервер сізді таныды, бірақ бұны көруге рұқсат бермейді</translation>
        </message>
        <message>
            <source>The server no longer says that it can do all that it could before</source>
            <translation>Сервер бұрынғы мүмкіндіктерінің бәрін енді мәлімдемейді</translation>
        </message>
        <message>
            <source>The server pointed to an address of another server, which was not followed</source>
            <translation>Сервер басқа сервердің мекенжайын көрсетті; оған өтпедік</translation>
        </message>
        <message>
            <source>The server refused the request</source>
            <translation>Сервер сұрауды қабылдамады</translation>
        </message>
        <message>
            <source>The server sends pages without end</source>
            <translation>Сервер беттерді шексіз жібере береді</translation>
        </message>
        <message>
            <source>The server sent the same page again instead of the next</source>
            <translation>Сервер келесі беттің орнына сол бетті қайта жіберді</translation>
        </message>
        <message>
            <source>The server wants a sign-in that it accepts</source>
            <translation>Сервер жарамды кіруді талап етеді</translation>
        </message>
        <message>
            <source>The server's answer is not a list of features</source>
            <translation>Сервер жауабы нысандар тізімі емес</translation>
        </message>
        <message>
            <source>The server's certificate is not trusted, so nothing was sent to it</source>
            <translation>Сервер сертификаты сенімсіз, сондықтан оған ештеңе жіберілмеді</translation>
        </message>
        <message>
            <source>The source can be pulled.</source>
            <translation>Дереккөзден деректер алуға болады.</translation>
        </message>
        <message>
            <source>The source cannot be reached</source>
            <translation>Дереккөзге қол жетпейді</translation>
        </message>
        <message>
            <source>The source declares another area than before</source>
            <translation>Дереккөз бұрынғыдан басқа аумақты мәлімдейді</translation>
        </message>
        <message>
            <source>The source did not answer in time</source>
            <translation>Дереккөз уақытында жауап бермеді</translation>
        </message>
        <message>
            <source>The source does not offer this theme</source>
            <translation>Дереккөз бұл тақырыпты ұсынбайды</translation>
        </message>
        <message>
            <source>The source does not offer this theme.</source>
            <translation>Дереккөз бұл тақырыпты ұсынбайды.</translation>
        </message>
        <message>
            <source>The source gives a geometry of another type; it is not drawn.</source>
            <translation>Дереккөз басқа түрдегі геометрия береді; ол көрсетілмейді.</translation>
        </message>
        <message>
            <source>The source gives an attribute as another type than before</source>
            <translation>Дереккөз атрибутты бұрынғыдан басқа түрде береді</translation>
        </message>
        <message>
            <source>The source gives an attribute that it did not give before</source>
            <translation>Дереккөз бұрын болмаған атрибутты береді</translation>
        </message>
        <message>
            <source>The source gives coordinates in a system other than EPSG:4326</source>
            <translation>Дереккөз координаттарды EPSG:4326 емес жүйеде береді</translation>
        </message>
        <message>
            <source>The source gives no geometry.</source>
            <translation>Дереккөз геометрия бермейді.</translation>
        </message>
        <message>
            <source>The source has changed since the interrupted pull</source>
            <translation>Үзілген алудан бері дереккөз өзгерді</translation>
        </message>
        <message>
            <source>The source lists other coordinate systems than before</source>
            <translation>Дереккөз бұрынғыдан басқа координаттар жүйелерін көрсетеді</translation>
        </message>
        <message>
            <source>The source no longer gives an attribute that it gave before</source>
            <translation>Дереккөз бұрын берген атрибутты енді бермейді</translation>
        </message>
        <message>
            <source>The source profile cannot be used</source>
            <translation>Дереккөз профилін қолдану мүмкін емес</translation>
        </message>
        <message>
            <source>The source suddenly has far fewer features than before, or none</source>
            <translation>Дереккөзде кенет бұрынғыдан әлдеқайда аз нысан қалды немесе мүлде жоқ</translation>
        </message>
        <message>
            <source>The source takes no applications</source>
            <translation>Дереккөз өтініш қабылдамайды</translation>
        </message>
        <message>
            <source>The source writes its identifiers in another form than before</source>
            <translation>Дереккөз идентификаторларды бұрынғыдан басқа түрде жазады</translation>
        </message>
        <message>
            <source>The sync is complete. Features: {features}; added: {added}, changed: {changed}, gone: {gone}.</source>
            <translation>Толық алынды: {features}; қосылды: {added}, өзгерді: {changed}, жойылды: {gone}.</translation>
        </message>
        <message>
            <source>The test was stopped.</source>
            <translation>Тексеру тоқтатылды.</translation>
        </message>
        <message>
            <source>The text does not name the datum of its metres.</source>
            <translation>Мәтінде метрлер берілген координаттар жүйесі аталмаған.</translation>
        </message>
        <message>
            <source>The total that the source tells is an estimate; its list ends with the last feature that came</source>
            <translation>Дереккөз айтатын жалпы сан – бағалау; оның тізімі келген соңғы объектімен аяқталады</translation>
        </message>
        <message>
            <source>The transformation between the datums cannot be had here</source>
            <translation>Координаттар жүйелері арасындағы түрлендіру мұнда қолжетімсіз</translation>
        </message>
        <message>
            <source>The workspace cannot be written</source>
            <translation>Жұмыс деректер жинағына жазу мүмкін емес</translation>
        </message>
        <message>
            <source>The workspace has no such draft</source>
            <translation>Жұмыс деректер жинағында мұндай жоба жоқ</translation>
        </message>
        <message>
            <source>The workspace is in use by another program</source>
            <translation>Жұмыс деректер жинағын басқа бағдарлама пайдалануда</translation>
        </message>
        <message>
            <source>The workspace was made by a newer version of Kaznedra</source>
            <translation>Жұмыс деректер жинағын Kaznedra-ның жаңарақ нұсқасы жасаған</translation>
        </message>
        <message>
            <source>The workspace's history has no such moment</source>
            <translation>Жұмыс деректер жинағының тарихында мұндай сәт жоқ</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Тақырып</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Тақырыптар</translation>
        </message>
        <message>
            <source>There are no block codes in this text.</source>
            <translation>Бұл мәтінде блок кодтары жоқ.</translation>
        </message>
        <message>
            <source>There are no blocks here: this lies outside the country.</source>
            <translation>Мұнда блоктар жоқ: бұл елден тыс жерде.</translation>
        </message>
        <message>
            <source>There are no blocks in this application</source>
            <translation>Бұл өтініште блоктар жоқ</translation>
        </message>
        <message>
            <source>There are no blocks in this draft: nothing to export.</source>
            <translation>Бұл жобада блоктар жоқ: экспорттайтын ештеңе жоқ.</translation>
        </message>
        <message>
            <source>There are no codes or no corners to compare.</source>
            <translation>Салыстыратын кодтар немесе бұрыштық нүктелер жоқ.</translation>
        </message>
        <message>
            <source>There are no corner coordinates in this text.</source>
            <translation>Бұл мәтінде бұрыш координаттары жоқ.</translation>
        </message>
        <message>
            <source>There is a file of this name already: {path}.</source>
            <translation>Мұндай атаулы файл бар: {path}.</translation>
        </message>
        <message>
            <source>There is no data of this on this computer yet.</source>
            <translation>Бұл деректер осы компьютерде әлі жоқ.</translation>
        </message>
        <message>
            <source>There is no number of a map sheet here.</source>
            <translation>Мұнда карта парағының номенклатурасы жоқ.</translation>
        </message>
        <message>
            <source>There is no polygon to take blocks from.</source>
            <translation>Блоктарды алатын полигон жоқ.</translation>
        </message>
        <message>
            <source>There is no room left on the disk</source>
            <translation>Дискіде орын қалмады</translation>
        </message>
        <message>
            <source>There is no rule pack for this day</source>
            <translation>Бұл күнге қағидалар жинағы жоқ</translation>
        </message>
        <message>
            <source>There is nothing to export.</source>
            <translation>Экспорттайтын ештеңе жоқ.</translation>
        </message>
        <message>
            <source>There is something in this folder already</source>
            <translation>Бұл қалтада бірдеңе бар</translation>
        </message>
        <message>
            <source>These are metres. Choose the datum that they are counted in.</source>
            <translation>Бұл — метрлер. Олар есептелген координаттар жүйесін таңдаңыз.</translation>
        </message>
        <message>
            <source>These are the plots of the predicted outcome.</source>
            <translation>Бұл – болжанған нәтиженің учаскелері.</translation>
        </message>
        <message>
            <source>These coordinates are not degrees</source>
            <translation>Бұл координаттар градуспен емес</translation>
        </message>
        <message>
            <source>This address cannot be read. It looks like https://….</source>
            <translation>Бұл мекенжай оқылмайды. Ол https://… түрінде болады.</translation>
        </message>
        <message>
            <source>This is neither an address that begins with https:// nor a file on this computer.</source>
            <translation>Бұл https:// деп басталатын мекенжай да, осы компьютердегі файл да емес.</translation>
        </message>
        <message>
            <source>This is no pack: {detail}</source>
            <translation>Бұл бума емес: {detail}</translation>
        </message>
        <message>
            <source>This is not the number of a map sheet</source>
            <translation>Бұл карта парағының номенклатурасы емес</translation>
        </message>
        <message>
            <source>This pack is not as its manifest says</source>
            <translation>Бума өз тізімдемесіне сәйкес емес</translation>
        </message>
        <message>
            <source>This place lies outside the block grid of Kazakhstan</source>
            <translation>Бұл жер Қазақстанның блоктар торынан тыс</translation>
        </message>
        <message>
            <source>This text is too long. Paste a part of it.</source>
            <translation>Мәтін тым ұзын. Оның бір бөлігін енгізіңіз.</translation>
        </message>
        <message>
            <source>This theme is being pulled.</source>
            <translation>Бұл тақырып қазір алынуда.</translation>
        </message>
        <message>
            <source>This theme was never pulled from this source.</source>
            <translation>Бұл тақырып осы дереккөзден әлі алынбаған.</translation>
        </message>
        <message>
            <source>This theme was not pulled until later.</source>
            <translation>Бұл тақырып кейінірек қана алынған.</translation>
        </message>
        <message>
            <source>This was sent to {platform} ({address}), collection {collection}:</source>
            <translation>Жіберілді: {platform} ({address}), {collection} жинағы:</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Дейін</translation>
        </message>
        <message>
            <source>To&amp;day</source>
            <translation>Бү&amp;гін</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Барлығы</translation>
        </message>
        <message>
            <source>Transformation: {operation}, {accuracy}.</source>
            <translation>Түрлендіру: {operation}, {accuracy}.</translation>
        </message>
        <message>
            <source>Try again in some minutes.</source>
            <translation>Бірнеше минуттан кейін қайталаңыз.</translation>
        </message>
        <message>
            <source>Try again later. If it lasts, tell the platform's operator what stands under Details.</source>
            <translation>Кейінірек қайталаңыз. Өзгермесе, платформа операторына «Толығырақ» ішіндегіні хабарлаңыз.</translation>
        </message>
        <message>
            <source>Try again later. On a slow link raise the time-outs in Settings, Options, Kaznedra.</source>
            <translation>Кейінірек қайталаңыз. Баяу байланыста «Баптаулар, Параметрлер, Kaznedra» бетінде күту уақытын ұлғайтыңыз.</translation>
        </message>
        <message>
            <source>Try again. If it happens each time, the link or the proxy cuts long answers: let the profile ask for smaller pages.</source>
            <translation>Қайталаңыз. Әр жолы қайталанса, байланыс не прокси ұзақ жауаптарды үзеді: профильде кішірек беттер сұратыңыз.</translation>
        </message>
        <message>
            <source>Try again. If it lasts, tell the platform's operator that its pages have no stable order.</source>
            <translation>Қайталаңыз. Өзгермесе, платформа операторына беттер реті тұрақсыз екенін хабарлаңыз.</translation>
        </message>
        <message>
            <source>Try again. Until then a place without a feature is not free ground.</source>
            <translation>Қайталаңыз. Әзірге нысансыз жер бос аумақ дегенді білдірмейді.</translation>
        </message>
        <message>
            <source>Turkistan region and Shymkent</source>
            <translation>Түркістан облысы және Шымкент</translation>
        </message>
        <message>
            <source>Turkmenistan</source>
            <translation>Түрікменстан</translation>
        </message>
        <message>
            <source>U&amp;nit</source>
            <translation>Бі&amp;рлік</translation>
        </message>
        <message>
            <source>Ukraine</source>
            <translation>Украина</translation>
        </message>
        <message>
            <source>Under review</source>
            <translation>Қаралып жатыр</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Болдырмау</translation>
        </message>
        <message>
            <source>Undo the last change of your own MCI</source>
            <translation>Өз АЕК-іңіздің соңғы өзгерісін болдырмау</translation>
        </message>
        <message>
            <source>Unique</source>
            <translation>Бірегей</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Бірлік</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Белгісіз</translation>
        </message>
        <message>
            <source>Unknown is not free ground.</source>
            <translation>Белгісіз жер бос жер емес.</translation>
        </message>
        <message>
            <source>Update the plugin, or open another workspace.</source>
            <translation>Модульді жаңартыңыз немесе басқа жұмыс деректер жинағын ашыңыз.</translation>
        </message>
        <message>
            <source>Uranium</source>
            <translation>Уран</translation>
        </message>
        <message>
            <source>Uranium, national company only</source>
            <translation>Уран, тек ұлттық компания</translation>
        </message>
        <message>
            <source>Use of subsoil space</source>
            <translation>Жер қойнауы кеңістігін пайдалану</translation>
        </message>
        <message>
            <source>Uzbekistan</source>
            <translation>Өзбекстан</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>Қолданылу басы</translation>
        </message>
        <message>
            <source>Valid to</source>
            <translation>Қолданылу соңы</translation>
        </message>
        <message>
            <source>Verify the numbering of blocks</source>
            <translation>Блоктардың нөмірленуін тексеру</translation>
        </message>
        <message>
            <source>Verify the pack of an application</source>
            <translation>Өтініш бумасын тексеру</translation>
        </message>
        <message>
            <source>Versions removed</source>
            <translation>Жойылған нұсқалар</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Көлемі</translation>
        </message>
        <message>
            <source>Volume, kt</source>
            <translation>Көлемі, мың т</translation>
        </message>
        <message>
            <source>Wait some minutes and try again. Fewer requests at once can be set in Settings, Options, Kaznedra.</source>
            <translation>Бірнеше минут күтіп, қайталаңыз. Қатар сұраулар санын «Баптаулар, Параметрлер, Kaznedra» бетінде азайтуға болады.</translation>
        </message>
        <message>
            <source>Waste dump</source>
            <translation>Жыныс үйіндісі</translation>
        </message>
        <message>
            <source>Water fund land</source>
            <translation>Су қоры жерлері</translation>
        </message>
        <message>
            <source>West Kazakhstan region</source>
            <translation>Батыс Қазақстан облысы</translation>
        </message>
        <message>
            <source>What came was added, and nothing was taken away.</source>
            <translation>Келгені қосылды, ештеңе жойылмады.</translation>
        </message>
        <message>
            <source>What chan&amp;ged</source>
            <translation>&amp;Не өзгерді</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Не болды</translation>
        </message>
        <message>
            <source>What that one brought stays, and nothing is lost.</source>
            <translation>Ол алып келген деректер қалады, ештеңе жоғалған жоқ.</translation>
        </message>
        <message>
            <source>What this rests on</source>
            <translation>Бұл неге негізделген</translation>
        </message>
        <message>
            <source>What would be sent is not what was confirmed</source>
            <translation>Жіберілетін мәтін расталған мәтіннен өзгеше</translation>
        </message>
        <message>
            <source>What you changed is kept in this window only, and is saved with your next change.</source>
            <translation>Енгізген өзгерістеріңіз әзірге тек осы терезеде тұр; келесі өзгеріспен бірге сақталады.</translation>
        </message>
        <message>
            <source>Whatever this theme would show is unknown here.</source>
            <translation>Бұл тақырып көрсетер нәрсенің бәрі мұнда белгісіз.</translation>
        </message>
        <message>
            <source>Where should the data come from?</source>
            <translation>Деректерді қайдан аламыз?</translation>
        </message>
        <message>
            <source>Which blocks</source>
            <translation>Қай блоктар</translation>
        </message>
        <message>
            <source>Whose features the map shows</source>
            <translation>Карта кімнің объектілерін көрсетеді</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Өтініш беруші қайтарып алды</translation>
        </message>
        <message>
            <source>Without geometry: {missing}; geometry invalid: {invalid}; values of another type: {values}.</source>
            <translation>Геометриясыз: {missing}; қате геометриямен: {invalid}; басқа типті мәндермен: {values}.</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>Жұмыстар</translation>
        </message>
        <message>
            <source>Works in years that the costs do not show: {number}.</source>
            <translation>Шығындарда жоқ жылдардағы жұмыстар: {number}.</translation>
        </message>
        <message>
            <source>Workspace</source>
            <translation>Жұмыс деректер жинағы</translation>
        </message>
        <message>
            <source>Workspace as of a day</source>
            <translation>Жұмыс деректер жинағының күнгі күйі</translation>
        </message>
        <message>
            <source>Workspace: {path}</source>
            <translation>Жұмыс деректер жинағы: {path}</translation>
        </message>
        <message>
            <source>Write a corner a line, such as 48°10'00" N 77°10'00" E.</source>
            <translation>Әр жолға бір нүктеден жазыңыз, мысалы 48°10'00" с.е. 77°10'00" ш.б.</translation>
        </message>
        <message>
            <source>Write it like M-44-77 or M-43-XXIV.</source>
            <translation>Былай жазыңыз: M-44-77 немесе M-43-XXIV.</translation>
        </message>
        <message>
            <source>Write them like M-44-77-(10е-5а-11).</source>
            <translation>Оларды былай жазыңыз: M-44-77-(10е-5а-11).</translation>
        </message>
        <message>
            <source>Writes an application for an exploration licence to a new folder: the application as ODT and PDF, the findings report, the map sheet, the block list, the corner catalogue in WGS 84, SK-42 and QazTRF-23 with the transformation named, and the blocks as GeoJSON, GeoPackage, KML and Shapefile. A pack, application.zip, holds all of them with a manifest: SHA-256 of each part, snapshots, rule pack and version of the plugin.

Draft: name or id of a draft of the workspace. Without one, give block codes.
Applicant: name, IIN or BIN of one of your profiles, or the path of a profile in JSON.
Templates: a folder with your own application.html, content.xml, words.kk.json …; what is not there is taken from the plugin.

Nothing is sent and nothing is signed. The folder must be new or empty.</source>
            <translation>Барлауға арналған лицензияға өтінішті жаңа қалтаға жазады: өтініш ODT және PDF пішінінде, тексеру есебі, карта парағы, блоктар тізімі, түрлендіруі көрсетілген WGS 84, СК-42 және QazTRF-23 жүйелеріндегі бұрыштар каталогы, сондай-ақ блоктар GeoJSON, GeoPackage, KML және Shapefile пішіндерінде. application.zip бумасында осының бәрі тізімдемесімен бірге болады: әр бөліктің SHA-256 мәні, қималар, қағидалар жинағы және модуль нұсқасы.

Жоба: жұмыс деректер жинағындағы жобаның атауы немесе идентификаторы. Ол болмаса, блок кодтарын беріңіз.
Өтініш беруші: профильдеріңіздің бірінің атауы, ЖСН-і немесе БСН-і не JSON пішініндегі профильдің жолы.
Үлгілер: өзіңіздің application.html, content.xml, words.kk.json … файлдарыңыз бар қалта; онда жоғы модульден алынады.

Ештеңе жіберілмейді және қол қойылмайды. Қалта жаңа немесе бос болуы керек.</translation>
        </message>
        <message>
            <source>Writes the features as they were known at a moment: a GeoPackage with a layer per theme, and a report that names the snapshot each of them rests on.

Moment: a day such as 2026-11-22 (its end, in UTC), a time such as 2026-11-22T08:00:00Z, the number of a snapshot, or pull 3 for the third pull. Empty: now.

A theme that had not been pulled by then is unknown: it gets no layer, and the report says so.</source>
            <translation>Нысандарды белгілі бір сәтте қандай күйде белгілі болса, сол күйінде жазады: әр тақырыпқа бір қабаты бар GeoPackage және әрқайсысы негізделген қиманы атайтын есеп.

Сәт: күн, мысалы 2026-11-22 (UTC бойынша оның соңы), уақыт, мысалы 2026-11-22T08:00:00Z, қима нөмірі немесе үшінші алу үшін pull 3. Бос: қазір.

Ол сәтке дейін алынбаған тақырып белгісіз: оның қабаты болмайды, есепте бұл айтылады.</translation>
        </message>
        <message>
            <source>Writing the papers and files</source>
            <translation>Құжаттар мен файлдар жазылуда</translation>
        </message>
        <message>
            <source>Written: {parts} parts and the pack {pack}. Nothing was sent and nothing was signed.</source>
            <translation>Жазылды: {parts} бөлік және {pack} бумасы. Ештеңе жіберілген жоқ, қол қойылған жоқ.</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Жыл</translation>
        </message>
        <message>
            <source>Year 1, MCI</source>
            <translation>1-жыл, АЕК</translation>
        </message>
        <message>
            <source>Year 1, ₸</source>
            <translation>1-жыл, ₸</translation>
        </message>
        <message>
            <source>Year of discovery</source>
            <translation>Ашылған жылы</translation>
        </message>
        <message>
            <source>Year {year}, from {day}: minimum expenditure {expenditure} MCI ({expenditure_kzt} tenge), land rent {rent} MCI ({rent_kzt} tenge)</source>
            <translation>{year}-жыл, {day} бастап: ең төмен шығыстар {expenditure} АЕК (теңге: {expenditure_kzt}), учаскелер төлемақысы {rent} АЕК (теңге: {rent_kzt})</translation>
        </message>
        <message>
            <source>Year {year}: minimum expenditure {expenditure} MCI, land rent {rent} MCI; so far {total} MCI</source>
            <translation>{year}-жыл: ең төмен шығыстар {expenditure} АЕК, учаскелер төлемақысы {rent} АЕК; өспелі жиыны {total} АЕК</translation>
        </message>
        <message>
            <source>Year {year}: {cost} planned, {minimum} needed</source>
            <translation>{year}-жыл: жоспарланғаны {cost}, керегі {minimum}</translation>
        </message>
        <message>
            <source>Year {year}: {cost} planned, {minimum} needed; {short} short</source>
            <translation>{year}-жыл: жоспарланғаны {cost}, керегі {minimum}; жетпейтіні {short}</translation>
        </message>
        <message>
            <source>Year {year}: {cost} planned; the MCI of the year is not known</source>
            <translation>{year}-жыл: жоспарланғаны {cost}; жылдың АЕК-і белгісіз</translation>
        </message>
        <message>
            <source>Years (empty: the first term)</source>
            <translation>Жыл саны (бос болса: бірінші мерзім)</translation>
        </message>
        <message>
            <source>Years not known, by an assumption of &amp;your own: change a year</source>
            <translation>Белгісіз жылдар &amp;өз болжамыңыз бойынша, жылдық өзгеріс</translation>
        </message>
        <message>
            <source>Years without an MCI get that of the year before with so many per cent more, in whole tenge. Wherever the amounts are shown they are called your assumption.</source>
            <translation>АЕК-і жоқ жылдар алдыңғы жылдың осынша пайызға өскен АЕК-ін алады, бүтін теңгемен. Сомалар көрсетілген жердің бәрінде олар өз болжамыңыз деп аталады.</translation>
        </message>
        <message>
            <source>You cancelled</source>
            <translation>Сіз болдырмадыңыз</translation>
        </message>
        <message>
            <source>You need the address of its OGC API, and a sign-in if it asks.</source>
            <translation>Оның OGC API мекенжайы, қажет болса, кіру деректері керек.</translation>
        </message>
        <message>
            <source>Your own &amp;templates</source>
            <translation>Өз ү&amp;лгілеріңіз</translation>
        </message>
        <message>
            <source>Your own MCI</source>
            <translation>Өзіңіздің АЕК-іңіз</translation>
        </message>
        <message>
            <source>Your own MCI cannot be read.</source>
            <translation>Сіздің АЕК-іңізді оқу мүмкін болмады.</translation>
        </message>
        <message>
            <source>Zhambyl region</source>
            <translation>Жамбыл облысы</translation>
        </message>
        <message>
            <source>Zoom in until single blocks can be seen.</source>
            <translation>Жеке блоктар көрінгенше картаны үлкейтіңіз.</translation>
        </message>
        <message>
            <source>a block inside the corners is not in the codes</source>
            <translation>бұрыштық нүктелердің ішіндегі блок кодтарда жоқ</translation>
        </message>
        <message>
            <source>a block of the codes is not inside the corners</source>
            <translation>кодтардағы блок бұрыштық нүктелердің ішінде жатқан жоқ</translation>
        </message>
        <message>
            <source>a corner is not on the outline of the blocks</source>
            <translation>бұрыштық нүкте блоктардың шекарасында жатқан жоқ</translation>
        </message>
        <message>
            <source>a corner lies on no whole minute</source>
            <translation>бұрыштық нүкте бүтін минутта жатқан жоқ</translation>
        </message>
        <message>
            <source>a file is no longer where it was</source>
            <translation>файл бұрынғы орнында жоқ</translation>
        </message>
        <message>
            <source>a latitude or a longitude is missing</source>
            <translation>ендік немесе бойлық жоқ</translation>
        </message>
        <message>
            <source>a number that belongs to no code</source>
            <translation>ешбір кодқа қатысы жоқ сан</translation>
        </message>
        <message>
            <source>a part of the code is missing</source>
            <translation>кодтың бір бөлігі жоқ</translation>
        </message>
        <message>
            <source>a range or only a dash: both are possible</source>
            <translation>аралық па, жай сызықша ма: екеуі де мүмкін</translation>
        </message>
        <message>
            <source>a section begins with 10, a subsection with 5</source>
            <translation>секция 10-нан, кіші секция 5-тен басталады</translation>
        </message>
        <message>
            <source>a web page came</source>
            <translation>веб-бет келді</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>қабылданды</translation>
        </message>
        <message>
            <source>accuracy not stated</source>
            <translation>дәлдігі көрсетілмеген</translation>
        </message>
        <message>
            <source>added {added}, changed {changed}, gone {gone}</source>
            <translation>қосылғаны {added}, өзгергені {changed}, жойылғаны {gone}</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>және тағы {count}</translation>
        </message>
        <message>
            <source>answered: {age}</source>
            <translation>жауап берді: {age}</translation>
        </message>
        <message>
            <source>applicant</source>
            <translation>өтініш беруші</translation>
        </message>
        <message>
            <source>application,check,blocks,rules,findings,outcome,licence,free</source>
            <translation>өтініш,тексеру,блоктар,ережелер,қорытындылар,нәтиже,лицензия,бос</translation>
        </message>
        <message>
            <source>application,export,licence,blocks,corners,pack,ODT,PDF,KML</source>
            <translation>өтініш,экспорт,лицензия,блоктар,бұрыштар,бума,ODT,PDF,KML</translation>
        </message>
        <message>
            <source>application,pack,manifest,SHA-256,verify</source>
            <translation>өтініш,бума,тізімдеме,SHA-256,тексеру</translation>
        </message>
        <message>
            <source>application,submit,file,send,receipt,status</source>
            <translation>өтініш,тапсыру,беру,жіберу,қолхат,мәртебе</translation>
        </message>
        <message>
            <source>applied for</source>
            <translation>өтініш берілген</translation>
        </message>
        <message>
            <source>article {article}</source>
            <translation>{article}-бап</translation>
        </message>
        <message>
            <source>as chosen</source>
            <translation>таңдалғандай</translation>
        </message>
        <message>
            <source>as its first feature shows</source>
            <translation>алғашқы нысанына қарағанда</translation>
        </message>
        <message>
            <source>as its schema says</source>
            <translation>оның схемасы бойынша</translation>
        </message>
        <message>
            <source>as predicted</source>
            <translation>болжам бойынша</translation>
        </message>
        <message>
            <source>asked for: {value}</source>
            <translation>сұралды: {value}</translation>
        </message>
        <message>
            <source>asks to wait {value} s</source>
            <translation>{value} с күтуді сұрайды</translation>
        </message>
        <message>
            <source>assumed</source>
            <translation>шартты түрде алынған</translation>
        </message>
        <message>
            <source>attempts: {value}</source>
            <translation>әрекет саны: {value}</translation>
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
            <translation>бұрын: {value}</translation>
        </message>
        <message>
            <source>begun: {value}</source>
            <translation>басталған уақыты: {value}</translation>
        </message>
        <message>
            <source>being sent</source>
            <translation>жіберілуде</translation>
        </message>
        <message>
            <source>beryllium</source>
            <translation>бериллий</translation>
        </message>
        <message>
            <source>blocks,codes,corners,coordinates,datum,licence,check,subsoil</source>
            <translation>блоктар,кодтар,бұрыштық нүктелер,координаттар,датум,лицензия,тексеру,жер қойнауы</translation>
        </message>
        <message>
            <source>blocks,codes,licence,application,coordinates,subsoil</source>
            <translation>блоктар,кодтар,лицензия,өтініш,координаттар,жер қойнауы</translation>
        </message>
        <message>
            <source>blocks,corners,coordinates,plot,degrees,Gauss-Kruger,subsoil</source>
            <translation>блоктар,бұрыштар,координаттар,учаске,градус,Гаусс-Крюгер,жер қойнауы</translation>
        </message>
        <message>
            <source>blocks,grid,graticule,section,subsection,licence,subsoil</source>
            <translation>блоктар,тор,картографиялық тор,секция,кіші секция,лицензия,жер қойнауы</translation>
        </message>
        <message>
            <source>blocks,polygons,cover,licence,application,area,subsoil</source>
            <translation>блоктар,полигондар,қамту,лицензия,өтініш,аумақ,жер қойнауы</translation>
        </message>
        <message>
            <source>blocks: {count}</source>
            <translation>блоктар: {count}</translation>
        </message>
        <message>
            <source>came: {value}</source>
            <translation>келді: {value}</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>болдырылмады</translation>
        </message>
        <message>
            <source>chromium</source>
            <translation>хром</translation>
        </message>
        <message>
            <source>clay</source>
            <translation>саз</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>кедергі жоқ</translation>
        </message>
        <message>
            <source>coal</source>
            <translation>көмір</translation>
        </message>
        <message>
            <source>cobalt</source>
            <translation>кобальт</translation>
        </message>
        <message>
            <source>comparing codes</source>
            <translation>кодтарды салыстыру</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>толық</translation>
        </message>
        <message>
            <source>concentrator</source>
            <translation>байыту фабрикасы</translation>
        </message>
        <message>
            <source>conflict</source>
            <translation>қайшылық</translation>
        </message>
        <message>
            <source>coordinate system {value}</source>
            <translation>координаттар жүйесі {value}</translation>
        </message>
        <message>
            <source>coordinates of a corner are missing</source>
            <translation>бұрыштық нүктенің координаттары жоқ</translation>
        </message>
        <message>
            <source>copper</source>
            <translation>мыс</translation>
        </message>
        <message>
            <source>costs,expenditure,rent,bonus,security,MCI,tenge,application,licence,blocks</source>
            <translation>құн,шығыстар,төлемақы,бонус,қамтамасыз ету,АЕК,теңге,өтініш,лицензия,блоктар</translation>
        </message>
        <message>
            <source>day: {value}</source>
            <translation>күні: {value}</translation>
        </message>
        <message>
            <source>did not answer: {age}</source>
            <translation>жауап бермеді: {age}</translation>
        </message>
        <message>
            <source>different ones: {value}</source>
            <translation>әртүрлісі: {value}</translation>
        </message>
        <message>
            <source>digits only</source>
            <translation>тек цифрлар</translation>
        </message>
        <message>
            <source>expected: {value}</source>
            <translation>күтілген: {value}</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>орындалмады</translation>
        </message>
        <message>
            <source>failed here</source>
            <translation>осы жерде орындалмады</translation>
        </message>
        <message>
            <source>filed</source>
            <translation>берілді</translation>
        </message>
        <message>
            <source>filed {date}</source>
            <translation>берілген күні: {date}</translation>
        </message>
        <message>
            <source>fluorite</source>
            <translation>флюорит</translation>
        </message>
        <message>
            <source>free</source>
            <translation>бос</translation>
        </message>
        <message>
            <source>freed {date}</source>
            <translation>{date} босаған</translation>
        </message>
        <message>
            <source>from a secondary source</source>
            <translation>екінші дереккөз бойынша</translation>
        </message>
        <message>
            <source>given back {date}</source>
            <translation>{date} қайтарылған</translation>
        </message>
        <message>
            <source>gold</source>
            <translation>алтын</translation>
        </message>
        <message>
            <source>gone from the register by {date}</source>
            <translation>{date} қарай тізілімнен жоғалған</translation>
        </message>
        <message>
            <source>granted whole: {count}</source>
            <translation>тұтас: {count}</translation>
        </message>
        <message>
            <source>graphite</source>
            <translation>графит</translation>
        </message>
        <message>
            <source>heap leaching</source>
            <translation>үйінді шаймалау</translation>
        </message>
        <message>
            <source>history,snapshot,version,as of,change,difference,compare,licence</source>
            <translation>тарих,қима,нұсқа,күнгі күй,өзгеріс,айырмашылық,салыстыру,лицензия</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>дұрыс</translation>
        </message>
        <message>
            <source>in part: {count}</source>
            <translation>ішінара: {count}</translation>
        </message>
        <message>
            <source>in-situ leaching</source>
            <translation>жерасты ұңғымалық шаймалау</translation>
        </message>
        <message>
            <source>inside once exchanged: {value}</source>
            <translation>ауыстырғанда ішінде: {value}</translation>
        </message>
        <message>
            <source>iron</source>
            <translation>темір</translation>
        </message>
        <message>
            <source>it cannot be parsed</source>
            <translation>талданбайды</translation>
        </message>
        <message>
            <source>it cannot be read</source>
            <translation>оқылмайды</translation>
        </message>
        <message>
            <source>it continues a piece that could not be read</source>
            <translation>бұл оқылмаған жердің жалғасы</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>бос</translation>
        </message>
        <message>
            <source>it is missing</source>
            <translation>жоқ</translation>
        </message>
        <message>
            <source>it names no collections</source>
            <translation>жинақтары аталмаған</translation>
        </message>
        <message>
            <source>it serves no features</source>
            <translation>нысандар бермейді</translation>
        </message>
        <message>
            <source>it was never pulled</source>
            <translation>ол ешқашан алынбаған</translation>
        </message>
        <message>
            <source>it was not pulled until later</source>
            <translation>ол тек кейінірек алынған</translation>
        </message>
        <message>
            <source>its answer has no links</source>
            <translation>жауабында сілтемелер жоқ</translation>
        </message>
        <message>
            <source>its day of issue is not known</source>
            <translation>берілген күні белгісіз</translation>
        </message>
        <message>
            <source>its day of issue lies ahead</source>
            <translation>берілген күні әлі келген жоқ</translation>
        </message>
        <message>
            <source>its history before {date} was pruned</source>
            <translation>оның {date} дейінгі тарихы жойылған</translation>
        </message>
        <message>
            <source>kind, number, day, issuing body</source>
            <translation>түрі, нөмірі, күні, берген орган</translation>
        </message>
        <message>
            <source>known up to version {value}</source>
            <translation>{value}-нұсқаға дейін белгілі</translation>
        </message>
        <message>
            <source>latitude or longitude first: both are possible</source>
            <translation>алдымен ендік пе, бойлық па: екеуі де мүмкін</translation>
        </message>
        <message>
            <source>latitude {value}</source>
            <translation>ендік {value}</translation>
        </message>
        <message>
            <source>lead</source>
            <translation>қорғасын</translation>
        </message>
        <message>
            <source>licence {value}</source>
            <translation>лицензия {value}</translation>
        </message>
        <message>
            <source>limestone</source>
            <translation>әктас</translation>
        </message>
        <message>
            <source>limit: {value}</source>
            <translation>шегі: {value}</translation>
        </message>
        <message>
            <source>line {line}, character {column}: “{piece}” – {reason}</source>
            <translation>{line}-жол, {column}-таңба: «{piece}» – {reason}</translation>
        </message>
        <message>
            <source>line {value}</source>
            <translation>{value}-жол</translation>
        </message>
        <message>
            <source>lithium</source>
            <translation>литий</translation>
        </message>
        <message>
            <source>longitude {value}</source>
            <translation>бойлық {value}</translation>
        </message>
        <message>
            <source>manganese</source>
            <translation>марганец</translation>
        </message>
        <message>
            <source>metres without their zone: write it, such as zone 13</source>
            <translation>аймағы көрсетілмеген метрлер: оны жазыңыз, мысалы 13-аймақ</translation>
        </message>
        <message>
            <source>minerals</source>
            <translation>пайдалы қазбалар</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>қоса берілмеген</translation>
        </message>
        <message>
            <source>molybdenum</source>
            <translation>молибден</translation>
        </message>
        <message>
            <source>named once as partial and once as whole</source>
            <translation>бірде толық емес, бірде толық деп аталған</translation>
        </message>
        <message>
            <source>natural gas</source>
            <translation>табиғи газ</translation>
        </message>
        <message>
            <source>needs {grids}</source>
            <translation>{grids} файлы керек</translation>
        </message>
        <message>
            <source>neither an IIN nor a BIN</source>
            <translation>ЖСН де, БСН де емес</translation>
        </message>
        <message>
            <source>nested too deeply</source>
            <translation>тым терең кіріктірілген</translation>
        </message>
        <message>
            <source>never</source>
            <translation>ешқашан</translation>
        </message>
        <message>
            <source>never pulled</source>
            <translation>алынбаған</translation>
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
            <translation>JSON емес дерек келді</translation>
        </message>
        <message>
            <source>no applicant is named</source>
            <translation>өтініш беруші көрсетілмеген</translation>
        </message>
        <message>
            <source>no blocks are chosen</source>
            <translation>блоктар таңдалмаған</translation>
        </message>
        <message>
            <source>no coordinates of a point in the country</source>
            <translation>бұл ел ішіндегі нүктенің координаттары емес</translation>
        </message>
        <message>
            <source>no longer wanted</source>
            <translation>сіз бас тарттыңыз</translation>
        </message>
        <message>
            <source>no map sheet before it</source>
            <translation>алдында карта парағы жоқ</translation>
        </message>
        <message>
            <source>no pull of it had succeeded by then</source>
            <translation>бұл сәтке дейін оны алу бірде-бір рет сәтті болмаған</translation>
        </message>
        <message>
            <source>no version is written in it</source>
            <translation>онда нұсқасы жазылмаған</translation>
        </message>
        <message>
            <source>none chosen yet</source>
            <translation>әзірге таңдалмаған</translation>
        </message>
        <message>
            <source>none granted</source>
            <translation>бірде-бірі берілмейді</translation>
        </message>
        <message>
            <source>none needed</source>
            <translation>қажет болмады</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>әзірге жоқ</translation>
        </message>
        <message>
            <source>not a GeoPackage</source>
            <translation>GeoPackage емес</translation>
        </message>
        <message>
            <source>not an address of the web</source>
            <translation>веб-мекенжай емес</translation>
        </message>
        <message>
            <source>not an allowed value</source>
            <translation>рұқсат етілмеген мән</translation>
        </message>
        <message>
            <source>not asked yet</source>
            <translation>әлі сұралмаған</translation>
        </message>
        <message>
            <source>not certified yet</source>
            <translation>әлі куәландырылмаған</translation>
        </message>
        <message>
            <source>not filed</source>
            <translation>берілмеген</translation>
        </message>
        <message>
            <source>not given</source>
            <translation>көрсетілмеген</translation>
        </message>
        <message>
            <source>not granted: {count}</source>
            <translation>берілмейді: {count}</translation>
        </message>
        <message>
            <source>not in UTF-8</source>
            <translation>UTF-8 емес</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>белгісіз</translation>
        </message>
        <message>
            <source>not known here</source>
            <translation>мұнда белгісіз</translation>
        </message>
        <message>
            <source>not known whether it is needed</source>
            <translation>керек пе, белгісіз</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>әзірге белгісіз</translation>
        </message>
        <message>
            <source>not needed here</source>
            <translation>мұнда керек емес</translation>
        </message>
        <message>
            <source>not offered</source>
            <translation>ұсынылмайды</translation>
        </message>
        <message>
            <source>not on this computer</source>
            <translation>бұл компьютерде емес</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>жетпеді</translation>
        </message>
        <message>
            <source>not read yet</source>
            <translation>әлі оқылмаған</translation>
        </message>
        <message>
            <source>not the BIN of a legal entity</source>
            <translation>заңды тұлғаның БСН-і емес</translation>
        </message>
        <message>
            <source>not the IIN of a person</source>
            <translation>жеке тұлғаның ЖСН-і емес</translation>
        </message>
        <message>
            <source>not understood</source>
            <translation>түсініксіз</translation>
        </message>
        <message>
            <source>now: {value}</source>
            <translation>қазір: {value}</translation>
        </message>
        <message>
            <source>number, day</source>
            <translation>нөмірі, күні</translation>
        </message>
        <message>
            <source>number, day, issuing body</source>
            <translation>нөмірі, күні, орган</translation>
        </message>
        <message>
            <source>of an unknown format</source>
            <translation>белгісіз пішім</translation>
        </message>
        <message>
            <source>of another type</source>
            <translation>басқа типті</translation>
        </message>
        <message>
            <source>offered: {value}</source>
            <translation>ұсынылады: {value}</translation>
        </message>
        <message>
            <source>oil</source>
            <translation>мұнай</translation>
        </message>
        <message>
            <source>on an untold day</source>
            <translation>(күні көрсетілмеген)</translation>
        </message>
        <message>
            <source>open pit</source>
            <translation>ашық карьер</translation>
        </message>
        <message>
            <source>out of range</source>
            <translation>рұқсат етілген шектен тыс</translation>
        </message>
        <message>
            <source>outside the country</source>
            <translation>елден тыс</translation>
        </message>
        <message>
            <source>outside: {value}</source>
            <translation>сыртында: {value}</translation>
        </message>
        <message>
            <source>page {page}</source>
            <translation>{page}-бет</translation>
        </message>
        <message>
            <source>page {page} of {pages}</source>
            <translation>{page}-бет, барлығы {pages}</translation>
        </message>
        <message>
            <source>pages kept: {value}</source>
            <translation>сақталған беттер: {value}</translation>
        </message>
        <message>
            <source>partial</source>
            <translation>толық емес</translation>
        </message>
        <message>
            <source>partial {received}/{expected}</source>
            <translation>толық емес {received}/{expected}</translation>
        </message>
        <message>
            <source>partly restricted</source>
            <translation>ішінара шектелген</translation>
        </message>
        <message>
            <source>partly taken</source>
            <translation>ішінара алынған</translation>
        </message>
        <message>
            <source>perhaps meant: {value}</source>
            <translation>мүмкін, мынау: {value}</translation>
        </message>
        <message>
            <source>perhaps {candidates}</source>
            <translation>мүмкін, {candidates}</translation>
        </message>
        <message>
            <source>phosphorite</source>
            <translation>фосфорит</translation>
        </message>
        <message>
            <source>plan of works</source>
            <translation>жұмыс жоспары</translation>
        </message>
        <message>
            <source>plots: {count}</source>
            <translation>учаскелер: {count}</translation>
        </message>
        <message>
            <source>plots: {plots}, corners: {corners}</source>
            <translation>учаскелер: {plots}, бұрыштық нүктелер: {corners}</translation>
        </message>
        <message>
            <source>position {value}</source>
            <translation>{value}-орын</translation>
        </message>
        <message>
            <source>potash</source>
            <translation>калий тұздары</translation>
        </message>
        <message>
            <source>predicted in part</source>
            <translation>болжам толық емес</translation>
        </message>
        <message>
            <source>promised at first: {value}</source>
            <translation>басында уәде етілген: {value}</translation>
        </message>
        <message>
            <source>promised at last: {value}</source>
            <translation>соңында уәде етілген: {value}</translation>
        </message>
        <message>
            <source>pulling</source>
            <translation>алынуда</translation>
        </message>
        <message>
            <source>rare-earth elements</source>
            <translation>сирек жер элементтері</translation>
        </message>
        <message>
            <source>read: {age}</source>
            <translation>оқылды: {age}</translation>
        </message>
        <message>
            <source>receipt {value}</source>
            <translation>қолхат {value}</translation>
        </message>
        <message>
            <source>receipt: {value}</source>
            <translation>қолхат: {value}</translation>
        </message>
        <message>
            <source>received: {value}</source>
            <translation>алынды: {value}</translation>
        </message>
        <message>
            <source>refused to the applicant</source>
            <translation>өтініш берушіге бас тартылады</translation>
        </message>
        <message>
            <source>restricted</source>
            <translation>шектелген</translation>
        </message>
        <message>
            <source>resumed</source>
            <translation>жалғастырылды</translation>
        </message>
        <message>
            <source>revoked {date}</source>
            <translation>{date} кері қайтарып алынған</translation>
        </message>
        <message>
            <source>rule pack</source>
            <translation>қағидалар пакеті</translation>
        </message>
        <message>
            <source>rule pack, assumed</source>
            <translation>қағидалар пакеті, шартты түрде</translation>
        </message>
        <message>
            <source>rule pack, from a secondary source</source>
            <translation>қағидалар пакеті, екінші дереккөз бойынша</translation>
        </message>
        <message>
            <source>sand</source>
            <translation>құм</translation>
        </message>
        <message>
            <source>scale 1:{value}</source>
            <translation>масштаб 1:{value}</translation>
        </message>
        <message>
            <source>sent, arrival not known</source>
            <translation>жіберілді, жеткені расталмады</translation>
        </message>
        <message>
            <source>serves until {day}</source>
            <translation>{day} дейін жарамды</translation>
        </message>
        <message>
            <source>sheet,nomenclature,topographic map,frame,index,subsoil</source>
            <translation>парақ,номенклатура,топографиялық карта,жиек,бөлу,жер қойнауы</translation>
        </message>
        <message>
            <source>silver</source>
            <translation>күміс</translation>
        </message>
        <message>
            <source>size: {value}</source>
            <translation>көлемі: {value}</translation>
        </message>
        <message>
            <source>stale</source>
            <translation>ескірген</translation>
        </message>
        <message>
            <source>starting over, the source has changed</source>
            <translation>басынан: дереккөз өзгерді</translation>
        </message>
        <message>
            <source>state programme</source>
            <translation>мемлекеттік бағдарлама</translation>
        </message>
        <message>
            <source>taken</source>
            <translation>алынған</translation>
        </message>
        <message>
            <source>tantalum</source>
            <translation>тантал</translation>
        </message>
        <message>
            <source>the check digit is wrong: a digit was mistyped</source>
            <translation>бақылау цифры сәйкес емес: қате терілген</translation>
        </message>
        <message>
            <source>the easting and the text name two zones</source>
            <translation>шығыс координатасы мен мәтінде екі түрлі аймақ аталған</translation>
        </message>
        <message>
            <source>the figures can be read in several ways</source>
            <translation>цифрларды әртүрлі оқуға болады</translation>
        </message>
        <message>
            <source>the file exists already</source>
            <translation>файл бұрыннан бар</translation>
        </message>
        <message>
            <source>the file is smaller by {size}</source>
            <translation>файл {size} кішірейді</translation>
        </message>
        <message>
            <source>the letter can be read in several ways</source>
            <translation>әріпті әртүрлі оқуға болады</translation>
        </message>
        <message>
            <source>the mark may belong to several blocks</source>
            <translation>белгі бірнеше блокқа қатысты болуы мүмкін</translation>
        </message>
        <message>
            <source>the numbers can be read in several ways</source>
            <translation>сандарды әртүрлі оқуға болады</translation>
        </message>
        <message>
            <source>the other workspace has no such source</source>
            <translation>басқа жұмыс деректер жинағында мұндай дереккөз жоқ</translation>
        </message>
        <message>
            <source>the other's snapshot: {value}</source>
            <translation>басқа қима: {value}</translation>
        </message>
        <message>
            <source>the range runs backwards</source>
            <translation>аралық кері бағытта</translation>
        </message>
        <message>
            <source>there</source>
            <translation>бар</translation>
        </message>
        <message>
            <source>there is no such block (1 to 25)</source>
            <translation>мұндай блок жоқ (1-ден 25-ке дейін)</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>мұндай файл жоқ</translation>
        </message>
        <message>
            <source>there is no such map sheet (1 to 144)</source>
            <translation>мұндай карта парағы жоқ (1-ден 144-ке дейін)</translation>
        </message>
        <message>
            <source>there is no such section</source>
            <translation>мұндай секция жоқ</translation>
        </message>
        <message>
            <source>there is no such subsection</source>
            <translation>мұндай кіші секция жоқ</translation>
        </message>
        <message>
            <source>tin</source>
            <translation>қалайы</translation>
        </message>
        <message>
            <source>titanium</source>
            <translation>титан</translation>
        </message>
        <message>
            <source>today</source>
            <translation>бүгін</translation>
        </message>
        <message>
            <source>too old</source>
            <translation>мерзімі өткен</translation>
        </message>
        <message>
            <source>tungsten</source>
            <translation>вольфрам</translation>
        </message>
        <message>
            <source>uncertain: {count}</source>
            <translation>белгісіз: {count}</translation>
        </message>
        <message>
            <source>underground mine</source>
            <translation>жерасты кеніші</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>белгісіз</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>{date} дейін</translation>
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
            <translation>{value}-нұсқа</translation>
        </message>
        <message>
            <source>waited {value} s</source>
            <translation>{value} с күтілді</translation>
        </message>
        <message>
            <source>waits to be sent</source>
            <translation>жіберуді күтуде</translation>
        </message>
        <message>
            <source>what could not be told: {count}.</source>
            <translation>анықталмағаны: {count}.</translation>
        </message>
        <message>
            <source>without identifier: {value}</source>
            <translation>идентификаторсыз: {value}</translation>
        </message>
        <message>
            <source>works without a cost: {number}</source>
            <translation>құны көрсетілмеген жұмыстар: {number}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>кеше</translation>
        </message>
        <message>
            <source>your assumption, {growth}</source>
            <translation>өз болжамыңыз, {growth}</translation>
        </message>
        <message>
            <source>your own</source>
            <translation>өзіңіздікі</translation>
        </message>
        <message>
            <source>zinc</source>
            <translation>мырыш</translation>
        </message>
        <message>
            <source>{amount} MCI</source>
            <translation>{amount} АЕК</translation>
        </message>
        <message>
            <source>{amount}, years: {years}</source>
            <translation>{amount}, жыл: {years}</translation>
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
            <translation>{code} бірнеше рет аталған; бір рет жасалды.</translation>
        </message>
        <message>
            <source>{columns} × {rows} = {count} blocks</source>
            <translation>{columns} × {rows} = {count} блок</translation>
        </message>
        <message>
            <source>{count} blocks</source>
            <translation>{count} блок</translation>
        </message>
        <message>
            <source>{count} licences: {blocks} blocks</source>
            <translation>Лицензиялар: {count}; блоктар: {blocks}</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} күн</translation>
        </message>
        <message>
            <source>{metres} m</source>
            <translation>{metres} м</translation>
        </message>
        <message>
            <source>{metres} m away ({lon}″ east, {lat}″ north)</source>
            <translation>{metres} м қашықтықта ({lon}″ шығысқа, {lat}″ солтүстікке)</translation>
        </message>
        <message>
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} мин {seconds} с</translation>
        </message>
        <message>
            <source>{name} was deleted.</source>
            <translation>«{name}» жобасы жойылды.</translation>
        </message>
        <message>
            <source>{name}, copy</source>
            <translation>{name}, көшірме</translation>
        </message>
        <message>
            <source>{name}: {count} blocks</source>
            <translation>{name}: блоктар саны {count}</translation>
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
            <translation>{some} және {last}</translation>
        </message>
        <message>
            <source>{source} is off the list. Its data stays in {workspace}; open it again from the menu.</source>
            <translation>«{source}» тізімнен алынды. Оның деректері {workspace} файлында қалады; оларды мәзірден қайта ашуға болады.</translation>
        </message>
        <message>
            <source>{standing}; asked for in part</source>
            <translation>{standing}; ішінара сұралған</translation>
        </message>
        <message>
            <source>{theme}, as of {moment}</source>
            <translation>{theme}, {moment} күйі</translation>
        </message>
        <message>
            <source>{theme}, only {source}</source>
            <translation>{theme}, тек {source}</translation>
        </message>
        <message>
            <source>{theme}, only {source}, as of {moment}</source>
            <translation>{theme}, тек {source}, {moment} күйі</translation>
        </message>
        <message>
            <source>{theme}: added</source>
            <translation>{theme}: қосылған</translation>
        </message>
        <message>
            <source>{theme}: added {added}, removed {removed}, changed {changed}; versions that came and went: {passing}</source>
            <translation>{theme}: қосылғаны {added}, жойылғаны {removed}, өзгергені {changed}; аралық нұсқалар: {passing}</translation>
        </message>
        <message>
            <source>{theme}: changed</source>
            <translation>{theme}: өзгерген</translation>
        </message>
        <message>
            <source>{theme}: codes and geometry disagree</source>
            <translation>{theme}: кодтар мен геометрия сәйкес емес</translation>
        </message>
        <message>
            <source>{theme}: codes and geometry disagree: {count}</source>
            <translation>{theme}: кодтар мен геометрия сәйкес емес: {count}</translation>
        </message>
        <message>
            <source>{theme}: codes and geometry disagree: {disagree}; agree: {agree}; cannot be told: {unknown}</source>
            <translation>{theme}: кодтар мен геометрия сәйкес емес: {disagree}; сәйкес: {agree}; айту мүмкін емес: {unknown}</translation>
        </message>
        <message>
            <source>{theme}: comparing block codes with geometry</source>
            <translation>{theme}: блок кодтарын геометриямен салыстыру</translation>
        </message>
        <message>
            <source>{theme}: expected {expected}, received {received}, added {added}, changed {changed}, gone {gone}</source>
            <translation>{theme}: күтілген {expected}, алынды {received}, қосылды {added}, өзгерді {changed}, жойылды {gone}</translation>
        </message>
        <message>
            <source>{theme}: partly unknown as of {moment}</source>
            <translation>{theme}: {moment} күйі толық белгілі емес</translation>
        </message>
        <message>
            <source>{theme}: removed</source>
            <translation>{theme}: жойылған</translation>
        </message>
        <message>
            <source>{theme}: rests on a partial pull; features may be missing, and vanished ones still be there.</source>
            <translation>{theme}: толық емес қимаға негізделген; кейбір нысандар жетіспеуі, ал жоғалғандары әлі тұруы мүмкін.</translation>
        </message>
        <message>
            <source>{theme}: unknown ({source}): {reason}</source>
            <translation>{theme}: белгісіз ({source}): {reason}</translation>
        </message>
        <message>
            <source>{theme}: unknown as of {moment}</source>
            <translation>{theme}: {moment} күйі белгісіз</translation>
        </message>
        <message>
            <source>{theme}: versions of features that only they showed: {number}</source>
            <translation>{theme}: тек соларда көрінген объект нұсқалары: {number}</translation>
        </message>
        <message>
            <source>{theme}: {state}, received {received} of {expected}</source>
            <translation>{theme}: {state}, {expected} ішінен {received} алынды</translation>
        </message>
        <message>
            <source>{title} – never pulled</source>
            <translation>{title} — ешқашан жүктелмеген</translation>
        </message>
        <message>
            <source>{title} – pulled {age} (snapshot {number})</source>
            <translation>{title} — жүктелген: {age} ({number}-қима)</translation>
        </message>
        <message>
            <source>• article {article}: {before} → {after}, blocks: {count}</source>
            <translation>• {article}-бап: {before} → {after}, блоктар: {count}</translation>
        </message>
    </context>
</TS>
