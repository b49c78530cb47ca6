### Редактор таймінгу: слова сценарію сторінки

## Верх

timing-language = Мова субтитрів
timing-language-ko = Корейська
timing-language-ru = Російська
timing-language-uk = Українська
timing-language-en = Англійська
timing-voice = Голос
timing-voice-of = Голос: { $language }
timing-beside-label = Інша мова поруч
timing-beside-none = Без іншої мови
timing-beside = Поруч: { $language }
timing-beside-failed = Не вдалося завантажити іншу мову.
timing-keymap = Клавіші як у
timing-keymap-aegisub = Aegisub
timing-keymap-subtitle-edit = Subtitle Edit
timing-close = Закрити
timing-not-loaded = Не вдалося завантажити субтитри. Перевірте з’єднання й перезавантажте сторінку.
timing-too-small = Для таймінгу потрібне ширше вікно
timing-too-small-advice = Відкрийте цю сторінку на комп’ютері, у вікні завширшки щонайменше 1024 пікселі.

## Збереження

timing-state-saved = Збережено
timing-state-waiting = Не збережено
timing-state-saving = Збереження…
timing-state-offline = Немає з’єднання: зміни збережено тут, пробуємо знову
timing-state-refused = Не збережено: відмовлено
timing-state-signed-out = Сеанс завершено: увійдіть в іншій вкладці, тоді змініть що-небудь
timing-read-only = Лише перегляд
timing-merged = Хтось іще зберіг файл. Їхні зміни вже тут; субтитрів: { $count }
timing-recovered = Незбережені зміни повернуто. Скасування прибере їх знову.
timing-recover-later = Незбережені зміни лишаються в цьому браузері. Вони повернуться після перезавантаження сторінки.
timing-undone = Скасовано: { $what }
timing-done = Повторено: { $what }
timing-step-move = переміщення
timing-step-edge = час
timing-step-shared = спільний край
timing-step-nudge = зсув на крок
timing-step-shift = зсув
timing-step-snap = прилипання
timing-step-add = новий субтитр
timing-step-split = поділ
timing-step-merge = об’єднання
timing-step-delete = вилучення
timing-step-text = текст
timing-step-replace = заміна
timing-step-restore = давніша версія
timing-step-recovered = повернуті зміни

## Зображення й відтворення

timing-video = Звернення без вбудованих субтитрів
timing-no-video = Зображення цього формату ще немає, або звернення відтоді змінилося.
timing-transport = Відтворення
timing-cursor = Курсор
timing-rate = Швидкість
timing-shape = Формат зображення
timing-prepare = Підготувати перегляд
timing-prepare-going = Готуємо перегляд
timing-prepare-done = Перегляд готовий.
timing-prepare-failed = Не вдалося підготувати перегляд.
timing-render = Рендерити змінене
timing-render-going = Рендеринг
timing-render-done = Готово. Випуск має нові субтитри.
timing-render-failed = Рендеринг не вдався.
timing-job-waits = У черзі; попереду: { $count }
timing-job-step = { $done } з { $total }
timing-job-left = ще { $seconds } с
timing-job-stop = Зупинити
timing-job-stopped = Зупинено.
timing-job-lost = Студія не відповіла. Перевірте з’єднання й спробуйте ще раз.

## Таблиця

timing-cues = Субтитри
timing-cues-none = Субтитрів ще немає. Проведіть мишею по хвилі, щоб створити перший.
timing-col-number = №
timing-col-in = Початок
timing-col-out = Кінець
timing-col-length = Трив.
timing-col-speed = Зн./с
timing-col-marks = Заув.
timing-text-label = Текст субтитру. Enter: готово, до наступного. Shift і Enter: новий рядок. Escape: готово.
timing-findings = Зауваг: { $count }
timing-findings-of = Зауваг: { $count }. { $told }
timing-next-finding = До наступного субтитру із зауваженнями
timing-level-error = Помилка
timing-level-warning = Увага
timing-level-hint = Порада

## Вибраний субтитр

timing-panel = Вибраний субтитр
timing-panel-one = Субтитр { $number } з { $count }
timing-panel-several = Вибрано субтитрів: { $count }
timing-panel-none = Субтитр не вибрано
timing-speed = { $speed } з { $limit } зн./с
timing-field-start = Поч.
timing-field-end = Кін.
timing-field-length = Трив.
timing-part-start = Коли субтитр починається
timing-part-end = Коли субтитр закінчується
timing-part-both = Тривалість і зсув усього субтитру
timing-nudge-start = Початок { $by } мс
timing-nudge-end = Кінець { $by } мс
timing-nudge-both = Зсунути на { $by } мс
timing-onwards = Зсувати все звідси й далі

## Хвиля

timing-wave = Хвиля із субтитрами
timing-tools = Інструменти для субтитрів
timing-handle-start = Початок субтитру { $number }
timing-handle-end = Кінець субтитру { $number }
timing-drag-hint = Тягніть субтитр або край; проведіть по порожньому, щоб додати
timing-snap = Прилипання
timing-snap-cues = сусідні субтитри
timing-snap-shots = зміни кадру
timing-snap-scenes = сцени
timing-snap-voice = голос
timing-snap-frames = кадри
timing-snap-off = Утримуйте Shift, щоб тягти вільно; Ctrl, щоб узяти з собою край сусіда.
timing-follow = Стежити
timing-no-room = Тут немає місця для субтитру.
timing-no-split = Поставте курсор усередину субтитру, щоб поділити його.

## Пошук і заміна

timing-find-label = Знайти
timing-replace-label = Замінити на
timing-replace-one = Замінити
timing-replace-all = Замінити все
timing-find-case = Зважати на регістр
timing-find-regex = Регулярний вираз
timing-find-count = { $count } (субтитрів: { $cues })
timing-find-broken = Хибний регулярний вираз

## Зсув

timing-shift-by = На скільки
timing-shift-hint = Мілісекунди або секунди, як-от 1.5s; з мінусом — раніше.
timing-shift-chosen = Вибрані субтитри
timing-shift-onwards = Від вибраного й далі
timing-shift-all = Усі
timing-shift-go = Зсунути

## Конфлікти й історія

timing-conflicts = Конфлікти
timing-conflicts-count = Конфліктів: { $count }
timing-conflicts-about = Тут субтитри редагували, а сценарій, голос або інша людина змінили те саме місце. Виберіть, що лишити у файлі.
timing-conflict-edited = Відредаговано
timing-conflict-generated = Створено заново
timing-conflict-use-edited = Узяти відредаговане
timing-conflict-use-generated = Узяти створене
timing-conflict-kept = зараз у файлі
timing-compare-none = Немає субтитрів
timing-history = Давніші версії
timing-history-choose = Виберіть версію, щоб порівняти її з теперішньою.
timing-history-none = Давніших версій ще немає.
timing-history-then = Тоді
timing-history-now = Тепер
timing-history-alike = Однакових субтитрів: { $count }
timing-history-restore = Повернути цю версію

## Дії та клавіші

timing-help-title = Клавіші
timing-help-mouse = Миша на хвилі: клацніть, щоб перейти; тягніть субтитри, краї та проміжок між двома; Shift: без прилипання; Ctrl: разом із краєм сусіда. Коліщатко: прокручування, Ctrl і коліщатко: масштаб.
timing-help-fields = Поки ви пишете текст чи час, діють лише клавіші з Ctrl і функціональні.
timing-help-browser = Ctrl+W, Ctrl+T і Ctrl+N лишаються за браузером. F5, F11, F12, Ctrl+D, Ctrl+P і Ctrl із цифрою роблять тут те, що написано вище; якщо браузер лишає клавішу собі (F11 на весь екран), скористайтеся іншою поруч. F1 відкриває цей список.
timing-group-play = Відтворення
timing-group-go = Перехід
timing-group-times = Час
timing-group-cues = Субтитри
timing-group-view = Вигляд
timing-group-page = Сторінка
timing-do-play-pause = Відтворити або пауза
timing-do-play-selection = Відтворити вибране
timing-do-play-before-start = 500 мс перед початком
timing-do-play-after-start = 500 мс від початку
timing-do-play-before-end = 500 мс перед кінцем
timing-do-play-after-end = 500 мс після кінця
timing-do-play-on = Відтворити від субтитру далі
timing-do-loop = По колу
timing-do-slower = Повільніше
timing-do-faster = Швидше
timing-do-previous = Попередній субтитр
timing-do-next = Наступний субтитр
timing-do-to-start = До початку субтитру
timing-do-to-end = До кінця субтитру
timing-do-frame-back = Кадр назад
timing-do-frame-forward = Кадр уперед
timing-do-half-back = Пів секунди назад
timing-do-half-forward = Пів секунди вперед
timing-do-second-back = Секунда назад
timing-do-second-forward = Секунда вперед
timing-do-set-in = Початок біля курсора
timing-do-set-out = Кінець біля курсора
timing-do-start-earlier = Початок на 10 мс раніше
timing-do-start-later = Початок на 10 мс пізніше
timing-do-end-earlier = Кінець на 10 мс раніше
timing-do-end-later = Кінець на 10 мс пізніше
timing-do-earlier-10 = На 10 мс раніше
timing-do-later-10 = На 10 мс пізніше
timing-do-earlier-100 = На 100 мс раніше
timing-do-later-100 = На 100 мс пізніше
timing-do-earlier-1000 = На 1 с раніше
timing-do-later-1000 = На 1 с пізніше
timing-do-lead-in = Почати на 200 мс раніше
timing-do-lead-out = Закінчити на 300 мс пізніше
timing-do-snap = Притягнути вибране до найближчого
timing-do-shift = Зсунути на точний час…
timing-do-edit-text = Писати текст
timing-do-add = Додати субтитр біля курсора
timing-do-split = Поділити біля курсора
timing-do-merge = Об’єднати з наступним або всі вибрані
timing-do-delete = Вилучити
timing-do-select-all = Вибрати все
timing-do-undo = Скасувати
timing-do-redo = Повторити
timing-do-zoom-in = Збільшити
timing-do-zoom-out = Зменшити
timing-do-zoom-fit = Показати все
timing-do-scroll-left = Прокрутити назад
timing-do-scroll-right = Прокрутити вперед
timing-do-follow = Стежити за курсором під час відтворення
timing-do-find = Знайти
timing-do-replace = Знайти й замінити
timing-do-find-next = Знайти далі
timing-do-save = Зберегти зараз
timing-do-help = Клавіші
