### Хто що може: вхід, обліковий запис, люди, журнал дій, API.

## Вхід

access-sign-in-title = Вхід
access-name = Ім’я
access-password = Пароль
access-sign-in = Увійти
access-local-hint = На комп’ютері, де працює студія, ця команда друкує посилання для входу:
access-link-title = Це посилання вже не діє
access-link-advice = Воно діє один раз і недовго. Попросіть нове в того, хто його вам дав.
access-link-advice-local = Воно діє один раз, упродовж десяти хвилин. На комп’ютері, де працює студія, ця команда друкує нове:
access-accept-title = Вітаємо, { $name }
access-accept-lead = Придумайте пароль. Відтепер ви входите за своїм ім’ям і цим паролем.
access-new-password = Новий пароль
access-new-password-hint = Щонайменше { $least } знаків. Кілька слів, які разом склали б лише ви, запам’ятати легше, ніж дивні символи.
access-repeat = Ще раз той самий
access-accept = Зберегти пароль і продовжити

## Обліковий запис

access-account-title = Ваш обліковий запис
access-language-title = Мова
access-password-title = Пароль
access-password-none = У вас немає пароля: ви входите за посиланням, яке студія друкує під час запуску.
access-old-password = Теперішній пароль
access-change-password = Змінити пароль
access-set-password = Задати пароль
access-change-password-hint = В усіх інших місцях ви вийдете.
access-tokens-title = Токени API
access-tokens-lead = Програма, що надсилає токен, діє від вашого імені й з вашою роллю.
access-tokens-docs = Що можуть запитувати програми
access-tokens-none = У вас немає токенів.
access-token-name = Для чого він
access-token-name-example = нічний рендер
access-token-days = Діє
access-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
    [many] { $count } днів
   *[other] { $count } дня
}
access-make-token = Створити токен
access-token-made = Токен «{ $name }». Скопіюйте його зараз: більше його не буде показано.
access-copy = Копіювати
access-token-made-at = Створено
access-token-expires = Діє до
access-token-used = Востаннє вжито
access-token-never = ніколи
access-token-expired = строк минув
access-revoke = Відкликати
access-revoke-ask = Відкликати токен «{ $name }»? Програмам, що його надсилають, буде відмовлено.
access-sessions-title = Де ви увійшли
access-session-browser = Браузер
access-session-address = Адреса
access-session-begun = Відколи
access-session-seen = Востаннє тут
access-session-current = цей
access-session-unknown = невідомо
access-sign-out-everywhere = Вийти всюди
access-sign-out-everywhere-ask = Вийти в усіх браузерах, і в цьому теж?
access-done-password = Пароль змінено.

## Люди

access-people-title = Люди
access-people-lead = Хто може входити і в якій ролі.
access-person = Ім’я
access-role = Роль
access-way = Входить за
access-seen = Востаннє тут
access-way-password = паролем
access-way-local = посиланням на цьому комп’ютері
access-way-invited = запрошенням, чинним до
access-way-none = нічим: запросіть ще раз
access-never-seen = сеансу немає
access-you = ви
access-add-title = Додати людину
access-add = Додати
access-change-role = Змінити
access-role-of = Роль: { $name }
access-invite = Створити посилання
access-remove = Вилучити
access-remove-ask = Вилучити обліковий запис «{ $name }»? Його сеанси й токени одразу припинять діяти. Зроблене залишиться в журналі дій.
access-invitation-title = Посилання для входу: { $name }
access-invitation-lead = Передайте його способом, якому довіряєте. Воно діє один раз, упродовж трьох днів, і більше його не буде показано.
access-done-role = Роль змінено.
access-done-remove = Обліковий запис вилучено.
access-role-producer-about = пише сценарії, додає відео, запускає рендер
access-role-editor-about = править час і слова субтитрів, запускає рендер
access-role-channel-admin-about = затверджує, завантажує і поширює випуски
access-role-owner-about = усе це, а також вирішує, хто що може

## Журнал дій

access-audit-title = Журнал дій
access-audit-lead = Хто що зробив. Час — за UTC.
access-audit-at = Коли
access-audit-person = Хто
access-audit-action = Що зроблено
access-audit-subject = З чим
access-audit-detail = Докладніше
access-audit-address = Звідки
access-audit-nobody = невідомо хто
access-audit-anybody = Усі
access-audit-anything = Усе
access-audit-subject-part = Частина назви того, з чим це зроблено
access-audit-filter = Показати
access-audit-all = Показати все
access-audit-csv = Завантажити як CSV
access-audit-older = Давніші
access-audit-newest = Найновіші
access-audit-none = У журналі такого немає.

## API

access-api-title = API
access-api-lead = Тут програми роблять те, що люди роблять на сторінках. Із кожним запитом, як у прикладі, надсилається токен, створений на сторінці вашого облікового запису. Помилки надходять як problems: список із message, remedy, file, line, column і level.
access-api-schema = Те саме як OpenAPI
access-api-who = Хто може
access-api-everybody = усі
access-api-signed-in = усі, хто увійшов
access-api-takes = Приймає
access-api-sends = Тіло
access-api-gives = Відповідає
access-api-shapes = Структури
access-api-required = обов’язково

## Чого не можна

access-refused-wrong = Ім’я або пароль неправильні
access-refused-wrong-do = Перевірте обидва і чи не ввімкнено великі літери.
access-refused-wait = Забагато спроб: зачекайте { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунди
    [many] { $seconds } секунд
   *[other] { $seconds } секунди
}
access-refused-wait-do = Зачекайте і спробуйте ще раз. Той, хто підтримує студію, може задати новий пароль.
access-refused-wrong-password = Теперішній пароль неправильний
access-refused-wrong-password-do = Нічого не змінено. Введіть його ще раз.
access-refused-password-short = У паролі менше ніж { $least } знаків
access-refused-password-short-do = Придумайте довший; кілька слів цілком годяться.
access-refused-password-long = У паролі більше ніж { $most } знаків
access-refused-password-long-do = Придумайте коротший.
access-refused-password-name = Пароль збігається з ім’ям
access-refused-password-name-do = Придумайте такий, якого ніхто не вгадає.
access-refused-repeat = Паролі різні
access-refused-repeat-do = Введіть двічі той самий.
access-refused-link = Посилання вже використано або строк його дії минув
access-refused-link-do = Попросіть нове.
access-refused-nobody = Такого облікового запису немає
access-refused-nobody-do = Можливо, його хтось вилучив. Оновіть сторінку.
access-refused-name-taken = Ім’я «{ $name }» вже зайняте
access-refused-name-taken-do = Оберіть інше ім’я.
access-refused-name-missing = Немає імені
access-refused-name-missing-do = Впишіть його.
access-refused-name-long = В імені більше ніж { $most } знаків
access-refused-name-long-do = Оберіть коротше.
access-refused-name-odd = В імені є невидимі знаки
access-refused-name-odd-do = Введіть його з клавіатури, а не вставляйте.
access-refused-last-owner = Не лишилося б жодного власника, який може увійти
access-refused-last-owner-do = Спершу зробіть власником когось іншого.
access-refused-language = Сторінок цією мовою немає
access-refused-language-do = Оберіть одну з: { $languages }.
access-refused-token-name = Токену потрібна назва, не довша за { $most } знаків
access-refused-token-name-do = Напишіть, для чого він.
access-refused-token-days = Токен діє від 1 до { $most } днів
access-refused-token-days-do = Оберіть іншу кількість днів.
access-refused-no-token = У вас немає такого токена
access-refused-no-token-do = Можливо, його вже відкликано. Оновіть сторінку.
## What somebody did: the audit log's acts
did-messages-create = створення
did-messages-save = збереження сценарію
did-messages-restore = повернення попереднього сценарію
did-messages-rename = перейменування
did-subtitles-save = збереження субтитрів
did-subtitles-resolve = розв’язання розбіжності
did-subtitles-restore = повернення попередніх субтитрів
did-jobs-render = замовлення рендера
did-jobs-preview = замовлення попереднього перегляду
did-jobs-cancel = скасування рендера
did-release-approve = схвалення випуску
did-release-withdraw = відкликання випуску
did-share-create = посилання на випуск
did-trash-restore = повернення з кошика
did-messages-delete = вилучення звернення
did-settings-save = збереження спільних налаштувань
did-settings-restore = повернення попередніх спільних налаштувань
did-trash-destroy = остаточне вилучення
did-files-upload = завантаження файлу до студії
did-files-refuse = файл, який не прийнято
did-files-delete = вилучення файлу
did-release-download = завантаження
did-release-play = перегляд
did-share-download = завантаження за посиланням
did-share-refuse = хибна парольна фраза посилання
did-share-revoke = скасування посилання
did-access-sign-in = вхід
did-access-sign-in-failed = невдалий вхід
did-access-sign-out = вихід
did-access-sign-out-everywhere = вихід звідусіль
did-account-password = зміна пароля
did-account-password-failed = невдала зміна пароля
did-tokens-make = створення токена
did-tokens-revoke = скасування токена
did-people-add = додавання людини
did-people-invite = посилання для встановлення пароля
did-people-role = зміна ролі
did-people-remove = вилучення людини
did-audit-download = завантаження цього журналу
