### Спільне для всіх сторінок: рамка, помилки, ролі.

skip-to-main = Перейти до вмісту
nav-label = Головне меню
nav-messages = Звернення
nav-files = Файли
nav-jobs = Рендери
nav-releases = Випуски
nav-account = Ваш обліковий запис
nav-people = Люди
nav-audit = Журнал дій
nav-api = API
nav-running = { $count ->
    [one] { $count } рендер
    [few] { $count } рендери
    [many] { $count } рендерів
   *[other] { $count } рендеру
} у роботі
menu-label = Мова й вигляд
menu-label-named = Обліковий запис, мова й вигляд: { $name }
menu-look = Мова
menu-language = Мова
menu-theme = Вигляд
menu-sign-out = Вийти
theme-auto = Авто
theme-light = Світлий
theme-dark = Темний
role-producer = Продюсер
role-editor = Редактор
role-channel-admin = Адміністратор каналу
role-owner = Власник
confirm-no = Назад
confirm-yes = Так, продовжити
toasts-label = Сповіщення

## Кількості

size-gb = { $n } ГБ
size-mb = { $n } МБ
size-kb = { $n } кБ
size-bytes = { $n } Б
size-percent = { $n } %

## Слова, які кажуть скрипти на кожній сторінці

script-toast-close = Закрити
script-copied = Скопійовано
script-copy-failed = Не вдалося скопіювати: виділіть текст і скопіюйте його самі
script-offline = Немає зв’язку зі студією. Пробуємо ще раз…
script-failed = Не вийшло. Спробуйте ще раз.

## Помилки

error-home = На першу сторінку
error-reference = Номер помилки:
error-cancelled = Це було скасовано до завершення.
error-400-title = Студія не зрозуміла цього запиту
error-400-advice = Поверніться, оновіть сторінку і спробуйте ще раз.
error-401-title = Спершу увійдіть
error-401-advice = Увійдіть або надішліть токен разом із запитом.
error-403-title = Це не для вашої ролі
error-403-advice = Якщо це вам потрібно, зверніться до власника студії.
error-404-title = Тут нічого немає
error-404-advice = Можливо, це перейменували чи видалили, або посилання неповне.
error-405-title = Тут цього зробити не можна
error-405-advice = Поверніться і скористайтеся кнопками на сторінці.
error-409-title = Не вийшло
error-409-advice = Нічого не втрачено. Виправте назване вище і спробуйте ще раз.
error-413-title = Файл завеликий
error-413-advice = Надішліть менший.
error-422-title = У введеному є помилка
error-422-advice = Виправте назване вище і надішліть ще раз.
error-429-title = Забагато спроб
error-429-advice = Зачекайте хвилину і спробуйте ще раз.
error-500-title = У студії щось зламалося
error-500-advice = Це не ваша провина, і нічого зі збереженого не втрачено. Спробуйте ще раз; якщо повториться, повідомте номер помилки тому, хто підтримує студію.
error-outdated-title = Ця сторінка застаріла
error-outdated-advice = Ви увійшли чи вийшли в іншій вкладці. Поверніться, оновіть сторінку і спробуйте ще раз.
