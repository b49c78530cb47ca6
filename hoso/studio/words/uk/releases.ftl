### Випуски: перегляд, завантаження, поширення, рішення.

releases-title = Випуски
releases-empty = Випусків ще немає
releases-empty-how = Випуск з’являється тут, коли звернення повністю відрендерено для його каналів. Чернетки випусками не є.
releases-state-ready = До схвалення
releases-state-approved = Схвалено
releases-state-withdrawn = Відкликано
releases-count-ready = до схвалення: { $count }
releases-count-approved = схвалено: { $count }
releases-count-withdrawn = відкликано: { $count }
releases-withheld-count = { $count ->
    [one] затримано { $count } канал
    [few] затримано { $count } канали
   *[many] затримано { $count } каналів
}
releases-stale = Старіше за сценарій
releases-stale-why = Відтоді сценарій змінився. Відрендеріть звернення ще раз.
releases-stale-count = { $count ->
    [one] { $count } файл старіший за сценарій
    [few] { $count } файли старіші за сценарій
   *[many] { $count } файлів старіші за сценарій
}
releases-blockers-count = { $count ->
    [one] { $count } застереження
    [few] { $count } застереження
   *[many] { $count } застережень
}
releases-channels-count = { $channels ->
    [one] { $channels } канал
    [few] { $channels } канали
   *[many] { $channels } каналів
} у { $editions ->
    [one] { $editions } мовному варіанті
   *[many] { $editions } мовних варіантах
}
releases-no-poster = Без обкладинки
releases-jump = На цій сторінці
releases-version = Версія
releases-source = Джерело: { $name }
releases-message = До звернення
releases-report = Звіт
releases-zip-all = Завантажити все (ZIP)
releases-zip-shared = Завантажити все (ZIP)
releases-zip-chosen = Завантажити вибране (ZIP)
releases-chosen-none = Виберіть канали, щоб завантажити їх разом
releases-choose = Вибрати
releases-script-chosen = Вибрано: { $count }, { $size }
releases-edition = Мовний варіант { $name }
releases-voice-in = Голос: { $language }, { $engine } ({ $speaker })
releases-grade = Якість голосу: { $grade ->
    [draft] чернетка
    [approved] схвалено
   *[other] { $grade }
}
releases-disclosure-shown = Глядачам сказано, що голос синтезовано
releases-disclosure-off = Глядачам не сказано, що голос синтезовано
releases-disclosure-none = Говорить людина
releases-fallback = Не той голос, про який просили:
releases-withheld = Затримано: { $title }
releases-language-ko = корейська
releases-language-ru = російська
releases-language-uk = українська
releases-language-en = англійська

## Файли каналу

releases-download = Завантажити
releases-share = Поділитися
releases-poster = Обкладинка
releases-file = Файл
releases-copy = Копіювати
releases-copied = Скопійовано ✓
releases-sha-of = SHA-256 файлу { $name }
releases-post-of = текст для { $name }
releases-post-title = Заголовок
releases-post-text = Текст
releases-units = Знаків за лічбою каналу: { NUMBER($count) }
releases-units-of = { NUMBER($count) } з { NUMBER($limit) }
releases-units-what = знаків за лічбою каналу
releases-size = Розмір
releases-size-of = з { $limit }, { $share }
releases-size-aim = бажано до { $limit }, { $share }
releases-size-label = Розмір { $name } порівняно з обмеженням
releases-unverified = Це обмеження відоме з чужих слів: ніхто його не перевірив
releases-length = Тривалість
releases-length-of = з найбільше { $limit }
releases-shortened = Скорочено для цього каналу: деякі необов’язкові рядки випущено
releases-qc = Перевірка
releases-qc-passed = Усі правила дотримано
releases-qc-faults = { $count ->
    [one] { $count } вада
    [few] { $count } вади
   *[many] { $count } вад
}
releases-qc-unchecked = Не перевірено
releases-qc-short-passed = дотримано
releases-qc-short-faults = є вади
releases-qc-short-unchecked = не перевірено
releases-no-player = Браузери не відтворюють таких файлів. Завантажте його, щоб переглянути.
releases-measured = Що виміряно
releases-measured-picture = Зображення
releases-measured-picture-is = { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) }, кадрів на секунду: { NUMBER($rate) }
releases-measured-picture-coding = Кодування зображення
releases-measured-picture-coding-is = { $coding }
releases-measured-sound-coding = Кодування звуку
releases-measured-sound-coding-is = { $coding }, { NUMBER($rate) } кГц, { $channels ->
    [1] моно
    [2] стерео
   *[other] каналів: { $channels }
}
releases-measured-loudness = Гучність
releases-measured-loudness-is = { NUMBER($value, maximumFractionDigits: 1) } LUFS
releases-measured-true-peak = Істинний пік
releases-measured-true-peak-is = { NUMBER($value, maximumFractionDigits: 1) } dBTP
releases-measured-offset = Звук пізніше, ніж заплановано, на
releases-measured-offset-is = { NUMBER($value, maximumFractionDigits: 1) } мс
releases-measured-subtitles = Субтитрів видно в кадрі
releases-measured-subtitles-is = { $seen } з { $all }
releases-measured-qr = У QR-коді
releases-measured-qr-is = { $words }
releases-measured-black = Чорний кадр
releases-measured-black-is = { $count ->
    [0] ніде
   *[other] { $where }
}
releases-measured-frozen = Зображення завмирає
releases-measured-frozen-is = { $count ->
    [0] ніде
   *[other] { $where }
}
releases-measured-silent = Тиша
releases-measured-silent-is = { $count ->
    [0] ніде
   *[other] { $where }
}
releases-measured-container = Вид файлу
releases-measured-container-is = { $kind }
releases-measured-faststart = Відтворюється під час завантаження
releases-measured-faststart-is = { $so ->
    [yes] так
   *[no] ні
}
releases-measured-damage = Пошкодження
releases-measured-damage-is = { $count ->
    [0] немає
   *[other] { $words }
}
releases-measured-unmeasured = Не виміряно
releases-measured-unmeasured-is = { $words }
releases-section-subtitles = Субтитри
releases-section-leaflets = Листівки
releases-section-work = Робоче відео для редакторів
releases-kind-subtitles = Субтитри
releases-kind-leaflet = Листівка
releases-kind-work = Робоче відео
releases-sha-how = За SHA-256 кожен може перевірити, чи копія є саме цим файлом.

## Рішення

releases-decision = Рішення
releases-undecided = Про цей випуск ще ніхто не вирішив.
releases-decided-ready = Повернуто: { $name }, { $when }
releases-decided-approved = Схвалено: { $name }, { $when }
releases-decided-withdrawn = Відкликано: { $name }, { $when }
releases-blockers = Це свідчить проти оприлюднення
releases-who-decides = Вирішують адміністратори каналів і власники.
releases-approve = Схвалити…
releases-approve-means = Адміністратори каналів зможуть оприлюднити версію { $version }, а посиланнями на неї можна буде ділитися.
releases-approve-now = Схвалити { $version }
releases-withdraw = Відкликати…
releases-withdraw-means = Версію { $version } більше не слід оприлюднювати. Посилання на неї одразу перестануть діяти.
releases-withdraw-now = Відкликати { $version }
releases-reason = Чому?
releases-reason-optional = Чому? (можна не заповнювати)
releases-withdrawn = Цей випуск відкликано
releases-withdrawn-why = Не оприлюднюйте його, а вже оприлюднене приберіть. Посилання на нього більше не діють.
releases-older = Це давніший випуск
releases-older-why = Його місце посіла версія { $version }. Цей зберігається для перегляду й порівняння.
releases-to-current = До теперішнього
releases-versions = Версії
releases-first = Це перший випуск.
releases-current = теперішня

## Порівняння

releases-compare = Порівняння
releases-compare-title = Порівняння { $before } і { $after }
releases-compare-current = Порівняти з теперішнім
releases-compare-next = Що змінилося далі
releases-before = Було:
releases-after = Стало:
releases-same = { $count ->
    [one] { $count } файл без змін
    [few] { $count } файли без змін
   *[many] { $count } файлів без змін
}
releases-no-change = Нічого не змінилося
releases-changes-other = Крім файлів
releases-changes-files = Файли, що змінилися
releases-change = Зміна
releases-change-state = Стан
releases-change-voice = Голос мовного варіанта
releases-change-withheld = Затримано
releases-change-new = новий
releases-change-gone = зник
releases-change-content = змінено

## Посилання

releases-shares = Посилання для інших
releases-all-shares = Посилання для інших (діють: { $count })
releases-shares-none = Посилань немає.
releases-shares-ended = Посилання, що вже не діють ({ $count })
releases-shares-no-open = Жодне посилання не діє.
releases-shares-how = Посилання створюють на сторінці випуску. Хто його має, завантажує без облікового запису.
releases-share-new = Нове посилання…
releases-share-what = Що
releases-share-all = Увесь випуск
releases-share-file = Один файл
releases-share-note = Для кого
releases-share-note-hint = Це бачите лише ви та ваші колеги.
releases-share-reason = Чому, хоча випуск не схвалено?
releases-share-reason-hint = Це буде записано разом із вашим ім’ям.
releases-share-days = Скільки днів діє
releases-share-most = Найбільше завантажень
releases-share-most-hint = Порожньо: скільки завгодно. Продовжене завантаження рахується один раз.
releases-share-passphrase = Кодова фраза
releases-share-passphrase-hint = Можна не заповнювати. Надішліть її іншим шляхом, ніж посилання.
releases-share-make = Створити посилання
releases-share-made = Посилання створено
releases-share-once = Воно показується лише зараз. Скопіюйте його.
releases-copy-link = Копіювати посилання
releases-share-withdrawn = Відкликаним випуском не діляться.
releases-share-open = діє
releases-share-used = вичерпано
releases-share-expired = закінчилося
releases-share-revoked = скасовано
releases-share-locked = з кодовою фразою
releases-share-downloads = { $count ->
    [0] Ще не завантажували
    [one] { $count } завантаження
    [few] { $count } завантаження
   *[many] { $count } завантажень
}
releases-share-downloads-of = { $count } з { $most ->
    [one] { $most } завантаження
   *[many] { $most } завантажень
}
releases-share-latest = востаннє { $when }
releases-share-until = До { $when }.
releases-share-by = Створено: { $name }.
releases-share-revoked-by = Скасовано: { $name }, { $when }.
releases-share-unapproved = Не було схвалено:
releases-revoke = Скасувати
releases-revoke-sure = Скасувати посилання для «{ $name }» просто зараз?
releases-refused-withdrawn = Версію { $version } відкликано.
releases-refused-withdrawn-do = Відкликаним випуском не діляться.
releases-refused-part = У цьому випуску такого немає.
releases-refused-part-do = Виберіть щось зі списку.
releases-refused-reason = Цей випуск не схвалено.
releases-refused-reason-do = Спершу схваліть його або поясніть, чому ним усе-таки діляться.
releases-refused-note = Не сказано, для кого посилання.
releases-refused-note-do = Напишіть ім’я, щоб потім усі знали.
releases-refused-long = Це задовго.
releases-refused-long-do = Щонайбільше { $most } знаків.
releases-refused-days = Посилання діє від 1 до { $most } днів.
releases-refused-days-do = Напишіть кількість днів.
releases-refused-most = Треба дозволити хоча б одне завантаження.
releases-refused-most-do = Напишіть 1 або більше, або залиште порожнім.
releases-refused-number = Це не число.
releases-refused-number-do = Пишіть лише цифри.
releases-refused-passphrase = Кодова фраза закоротка.
releases-refused-passphrase-do = Щонайменше { $least } знаків, або жодного.

## За посиланням

releases-visit-until = Посилання діє до { $when }.
releases-locked = Потрібна кодова фраза
releases-locked-why = Її має той, хто надіслав вам посилання.
releases-passphrase = Кодова фраза
releases-passphrase-wrong = Це не та фраза.
releases-passphrase-wait = { $seconds ->
    [one] Забагато спроб. Зачекайте { $seconds } секунду.
    [few] Забагато спроб. Зачекайте { $seconds } секунди.
   *[many] Забагато спроб. Зачекайте { $seconds } секунд.
}
releases-unlock = Далі
releases-closed-unknown = Це посилання нікуди не веде
releases-closed-unknown-do = Чи воно повне? Запитайте того, хто його надіслав.
releases-closed-revoked = Це посилання скасовано
releases-closed-revoked-do = Попросіть інше в того, хто його надіслав.
releases-closed-expired = Термін дії посилання минув
releases-closed-expired-do = Попросіть інше в того, хто його надіслав.
releases-closed-used = Це посилання вичерпано
releases-closed-used-do = За ним завантажили стільки разів, скільки було дозволено. Попросіть інше в того, хто його надіслав.
releases-closed-withdrawn = Цей випуск відкликано
releases-closed-withdrawn-do = Його більше не можна оприлюднювати. Якщо ви вже оприлюднили його, приберіть і зверніться до того, хто надіслав посилання.
releases-closed-gone = Цей випуск більше не зберігається
releases-closed-gone-do = Його місце посів новіший. Попросіть інше посилання в того, хто його надіслав.
