# The program's words in English. Sections follow the folders of src/.

## Everywhere

## locale/
date-weekday = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-long = { $weekday } { $day } { $month } { $year }
date-just-now = just now
date-minutes-ago = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
date-hours-ago = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
}
date-days-ago = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
date-in-minutes = { $count ->
    [one] in 1 minute
   *[other] in { $count } minutes
}
date-in-hours = { $count ->
    [one] in 1 hour
   *[other] in { $count } hours
}
date-in-days = { $count ->
    [one] in 1 day
   *[other] in { $count } days
}
date-yesterday = yesterday
date-tomorrow = tomorrow
count-responses = { $count ->
    [one] 1 response
   *[other] { $count } responses
}
count-drafts = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}
count-sessions = { $count ->
    [one] 1 session
   *[other] { $count } sessions
}
count-households = { $count ->
    [one] 1 household
   *[other] { $count } households
}
count-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
count-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
count-choices = { $count ->
    [one] 1 choice
   *[other] { $count } choices
}
count-surveys = { $count ->
    [one] 1 survey
   *[other] { $count } surveys
}
count-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
number-money = { $amount } yuan
number-area = { $amount } m²
typed-number-empty = Type a number.
typed-number-unreadable = This is not a number. Type digits, such as 12 or 2.5.
typed-number-not-whole = Type a whole number, without decimals.
typed-number-too-large = This number is too large.
typed-date-empty = Type a date.
typed-date-unreadable = This is not a date. Type it as 2024-11-12, 11-12, today or +3.
typed-date-no-such-day = There is no such day. Check the month and the day.
typed-time-empty = Type a time.
typed-time-unreadable = This is not a time. Type it as 14:30 or 2:30pm.
typed-time-no-such-time = There is no such time. Hours go from 0 to 23, minutes from 0 to 59.
typed-time-missing = Add the time, as in 2024-11-12 14:30.
## app
app-settings-not-kept = The settings could not be written; they hold until the program ends.
key-space = Space
key-digits = 0-9
key-enter = Enter
key-backspace = Backspace
key-left = Left
key-right = Right
key-up = Up
key-down = Down
key-open = open
key-new-response = new response
key-sessions = sessions
key-tally = summary
key-responses = responses
key-pick = pick by number
key-do-it = do it
key-change = change
key-value-before = value before
key-value-after = value after
key-new-session = new session
key-delete = delete
key-undo = undo
key-search = search
key-save = save
key-next-field = next
key-previous-field = back
key-first = to the first
key-last = to the last
key-move-up = one up
key-move-down = one down
key-page-up = a page up
key-page-down = a page down
key-back = leave
key-palette = commands
key-help = help
key-language = 中文
key-settings = settings
key-quit = quit
key-suspend = pause, back with fg
key-redraw = draw again

## ui
ui-broke-off = babahui broke off because of a fault of its own; every answer given is stored. Details: { $log }
ui-job-failed = This work broke off because of a fault of the program. Details: { $log }
ui-no-such-place = There is nothing to show there yet.
ui-how-to-quit = This is the first page. Ctrl-Q quits the program.
ui-too-small = The window is { $columns } x { $rows }; babahui needs at least { $needed_columns } x { $needed_rows }. Please enlarge it or choose a smaller font. Nothing is lost.
ui-more-notices = {"  "}(and { $count } more)
ui-progress = Working: { $done } of { $total }
ui-help-title = Help: keys
ui-palette-title = Commands
ui-search-placeholder = type to search
ui-palette-placeholder = type what you want to do
ui-nothing-found = Nothing found. Try fewer letters.
place-home = home
place-demo = demo data
home-title = babahui

## cli: the root
app-settings-syntax = settings.ron cannot be read from line { $line }, column { $column } on; the defaults hold.
app-settings-unknown = settings.ron has a field nobody knows: { $name }
app-settings-near = settings.ron has a field nobody knows: { $name }. Did you mean { $near }?
app-settings-value = settings.ron: the value of { $field } cannot be used; its default holds.
cli-about = Courtyard meetings and door-to-door surveys in a terminal, without a network
cli-arg-data = Directory the data lives in, instead of this user's own (also BABAHUI_DATA)
cli-arg-lang = Language of everything printed and shown: zh-CN or en
cli-arg-help = Print help
cli-arg-version = Print the version
cli-completions = Print a script that completes commands in a shell
cli-completions-shell = The shell
cli-man = Print the manual page
cli-file = { $path }: { $error }
cli-no-home = This computer does not say where its user's files are. Name a directory with --data DIR.
cli-no-terminal = There is no terminal to show the program on ({ $error }). `babahui --help` lists the commands that work without one.
cli-no-log = The log cannot be written in the data directory.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-usage-options = options
cli-usage-command = command
cli-arg-after = Without a command the program opens on the screen.
cli-fault-command = There is no command { $name }.
cli-fault-argument = There is no option or argument { $name } here.
cli-fault-missing = Missing: { $name }.
cli-fault-no-value = { $name } needs a value.
cli-fault-value = { $value } makes no sense for { $name }.
cli-fault-conflict = { $name } cannot be used together with { $other }.
cli-fault-other = These arguments make no sense.
cli-fault-near = Did you mean { $near }?
cli-fault-choices = Possible: { $choices }
cli-fault-help = See babahui --help.
