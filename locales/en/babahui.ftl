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
typed-point-empty = Type latitude and longitude.
typed-point-unreadable = These are not coordinates. Type latitude, then longitude: 30.66 104.06.
typed-point-out-of-range = There is no such place: latitude goes from -90 to 90, longitude from -180 to 180.
typed-point-exchanged = Latitude comes first, then longitude: 30.66 104.06.
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
key-its-responses = its responses
key-its-tally = its summary
key-pick = pick
key-do-it = do it
key-change = change
key-value-before = value before
key-value-after = value after
key-new-session = new session
key-delete = delete
key-undo = undo
key-discard = throw draft away
key-undo-discard = draft back, visit undone
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
key-copy = copy to the clipboard
key-choice-left = choice to the left
key-choice-right = choice to the right
key-edit-outside = text in your editor
ui-copied = Copied, where the terminal allows it: { $text }
ui-nothing-to-copy = There is nothing to copy here.
ui-too-long-to-copy = Too long for the clipboard. Save it as a file instead.
ui-no-editor = The editor did not start: { $error }. The variable `EDITOR` names the one to use
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
cli-no-home = This computer does not say where its user's files are. Name a directory with `--data DIR`.
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

## locale/problem: faults in a survey file
fault-error = error
fault-warning = warning
fault-note = note
fault-expected = expected: { $expected }
fault-near = did you mean: { $near }
fault-first-here = It stands here first.
fault-not-utf8 = The file is not UTF-8 text. Save it again as UTF-8.
fault-unknown-field = There is no property "{ $field }" here.
fault-repeated-field = "{ $field }" is written twice.
fault-missing-field = "{ $field }" is missing.
fault-unknown-kind = There is no kind of question "{ $kind }".
fault-unknown-appearance = No program knows the appearance "{ $word }"; it changes nothing.
fault-unknown-parameter = This kind of question has no parameter "{ $parameter }".
fault-bad-parameter = "{ $parameter }" cannot be { $value }.
fault-unknown-refusal = There is no refusal "{ $refusal }".
fault-unknown-privacy = There is no privacy mark "{ $word }".
fault-unknown-disposition = There is no disposition "{ $word }".
fault-disposition-in-repeat = What came of a visit is said once: not by a question inside a repeat.
fault-unsaid-disposition = Nothing is said of { $choices }: picked, the door counts as done.
fault-unknown-appointment = There is no question "{ $name }" that says when to come back.
fault-bad-appointment = "{ $name }" is a { $kind } question and cannot say when to come back.
fault-misplaced = A { $kind } cannot have "{ $field }".
fault-passed-over = "{ $field }" means nothing on a { $kind } and is passed over.
fault-not-shown = "{ $field }" cannot be shown in a terminal and is passed over.
fault-duplicate-name = The name "{ $name }" is taken by another question.
fault-bad-name = "{ $name }" cannot be the name of a question.
fault-bad-name-expected = a letter or _, then letters, figures, _ - .
fault-missing-list = There is no choice list "{ $list }".
fault-unused-list = No question uses the choice list "{ $list }".
fault-empty-list = The choice list "{ $list }" has no choices.
fault-duplicate-choice = The choice "{ $choice }" is twice in its list.
fault-bad-choice-name = The choice name "{ $choice }" has a space in it. Answers that hold several choices are separated by spaces.
fault-nameless-choice = A choice has no name.
fault-missing-language = This text is not written in { $languages }, as other texts of the file are.
fault-empty-group = There is no question in this group.
fault-empty-survey = The survey has no questions.
fault-missing-label = It has no label, so nobody would see what it is.
fault-bad-count = { $value } is no number of repeats.
fault-bad-count-expected = a whole number from 0, or an expression
fault-unreachable = This can never be true, so the question is never asked.
fault-unreachable-choice = "{ $question }" has no choice "{ $choice }", so the question is never asked.
fault-unknown-choice = "{ $question }" has no choice "{ $choice }".
fault-cycle = These questions are computed from each other: { $members }
fault-cycle-in-repeat = These questions are computed from each other: { $members }. To carry on from the entry before, read it with indexed-repeat({"${"}question{"}"}, {"${"}repeat{"}"}, position(..) - 1).
fault-bad-default = "{ $value }" is no answer to a { $kind }.
fault-unknown-trigger = There is no question "{ $name }" to be triggered by.
fault-missing-file = There is no file "{ $file }" beside this one.
fault-bad-table = { $file }, line { $line }: { $what }
fault-table-empty = There is nothing in it.
fault-table-not-utf8 = It is not UTF-8 text. In a spreadsheet, save it as "CSV UTF-8".
fault-table-missing-column = The column "{ $column }" is missing.
fault-table-repeated-column = Two columns are called "{ $column }".
fault-table-long-row = This row has more cells than there are columns.
fault-syntax-empty = The file is empty.
fault-syntax-missing-comma = A comma is missing here.
fault-syntax-missing-colon = A colon is missing between the name and its value.
fault-syntax-missing-value = Nothing stands after this name.
fault-syntax-unclosed = This { $open } is never closed.
fault-syntax-unclosed-noticed = It should be closed before this.
fault-syntax-stray-closing = This { $found } closes nothing.
fault-syntax-stray = "{ $found }" has no place here.
fault-syntax-space = This is not an ordinary space. Replace it.
fault-syntax-lookalike = "{ $found }" stands where "{ $meant }" should.
fault-syntax-unclosed-text = The closing quotation mark of this text is missing.
fault-syntax-unclosed-comment = This comment never ends.
fault-syntax-bad-escape = { $found } means nothing in a text. A backslash itself is written \\.
fault-syntax-single-quotes = Text stands in double quotation marks.
fault-syntax-bad-number = { $found } is not a number.
fault-syntax-bad-attribute = This line cannot be read.
fault-syntax-unknown-extension = RON has no extension "{ $found }".
fault-syntax-unquoted = { $found } needs quotation marks.
fault-syntax-quoted-name = "{ $name }" before a colon stands without quotation marks here.
fault-syntax-mixed-fields = Values with a name and values without one do not mix.
fault-syntax-too-deep = Too many brackets inside each other.
fault-syntax-trailing = The definition has ended; nothing may follow.
fault-found-nothing = There is nothing here that could be read.
fault-found-unit = () is not what belongs here.
fault-found-bool = `true` or `false` is not what belongs here.
fault-found-number = A number is not what belongs here.
fault-found-character = A single character is not what belongs here.
fault-found-text = This text is not what belongs here.
fault-found-bytes = A byte string is not what belongs here.
fault-found-list = A list is not what belongs here.
fault-found-map = A map in braces is not what belongs here.
fault-found-tuple = Unnamed values in brackets are not what belongs here.
fault-found-fields = Named values in brackets are not what belongs here.
fault-found-name = A word without quotation marks is not what belongs here.
fault-found-range = A range is not what belongs here.
fault-expected-text = text in quotation marks
fault-expected-words = text in quotation marks, or one for each language: { $example }
fault-expected-condition = `true`, `false`, or an expression in quotation marks such as { $example }
fault-expected-formula = an expression in quotation marks such as { $example }, or a number
fault-expected-default = text in quotation marks, a number, `true` or `false`
fault-expected-word-list = words in quotation marks such as { $example }, or a list of them
fault-expected-parameters = { $example } or the same as one text, "start=1 end=10"
fault-expected-questions = a list of questions: { $example }
fault-expected-question = a question: { $example }
fault-expected-choices-of-question = the name of a choice list in quotation marks, a list of choices, or { $example }
fault-expected-choice-lists = choice lists by name: { $example }
fault-expected-choice-list = { $example } or { $file }
fault-expected-cell = text in quotation marks, or a number
fault-rule-number = a number
fault-rule-count = a whole number from 1
fault-rule-step = a step that leads from `start` to `end`, not 0
fault-rule-other-than-start = another number than `start`
fault-rule-whole-steps = a step that ends exactly at `end`
fault-rule-seed = a number or a question in braces
fault-expr-empty = There is no expression here.
fault-expr-character = { $found } means nothing in an expression.
fault-expr-open-name = The closing brace of this question's name is missing.
fault-expr-ends = The expression stops too early.
fault-expr-axis = There is no axis "{ $name }".
fault-expr-step = The path leads nowhere at "{ $step }".
fault-expr-regex = "{ $pattern }" is no regular expression ({ $reason }).
fault-expr-date = "{ $text }" is no date.
fault-expr-format = There is no { $directive } in a date format.
fault-expr-algorithm = `digest()` does not know "{ $name }".
fault-expr-encoding = `digest()` cannot write its result as "{ $name }".
fault-expr-not-number = One cannot calculate with { $found }.
fault-expr-clash = One cannot compare or combine { $left } with { $right }.
fault-expr-name = There is no question "{ $name }".
fault-expr-function = There is no function "{ $name }".
fault-expr-list = There is no choice list or CSV file "{ $name }".
fault-expr-column = "{ $list }" has no column "{ $name }".
fault-expr-or-more = { $least } or more
fault-expr-arity = { $function }() is given { $given ->
    [one] 1 argument
   *[other] { $given } arguments
}.
fault-expr-pair = The arguments of { $function }() come in pairs, and one is left over.
fault-expr-needs-path = Argument { $argument } of { $function }() must be a question, a group or a repeat.
fault-expr-needs-repeat = Argument { $argument } of { $function }() must be a repeat around the question.
fault-expr-needs-literal = Argument { $argument } of { $function }() must be a name in quotation marks.
fault-expr-operand = a number, a text, a question or a function
fault-expr-operator = an operator such as `+` `=` `and`, or the end
fault-expr-step-name = a name
fault-shape-number = a number
fault-shape-boolean = true or false
fault-shape-text = text
fault-shape-date = a date
fault-shape-time = a time of day
fault-shape-text-arithmetic = arithmetic on text
fault-shape-choices = several choices
fault-shape-point = coordinates
fault-shape-file = a file
fault-shape-any = a value
## ui: fields and settings
form-yes = yes
form-no = no
settings-title = Settings
settings-language = Language
settings-language-name = English
settings-language-hint = F10 switches it on every screen.
settings-theme = Colours
settings-theme-sixteen = the terminal's own
settings-theme-dark = for a dark background
settings-theme-light = for a light background
settings-theme-mono = none
settings-theme-hint = What is selected or wrong is always marked with a sign too.
settings-borders = Lines
settings-borders-ascii = plain characters
settings-borders-drawn = drawn lines
settings-borders-hint = Choose plain characters if lines come out broken or the screen is shifted.
settings-mouse = Mouse
settings-mouse-hint = While the mouse works here, selecting text needs Shift in most terminals.
settings-surveyor = Surveyor
settings-surveyor-hint = Your name. It stands in every response and record made on this laptop.
settings-community = Community
settings-community-hint = The community this laptop works for.
settings-courtyard = Courtyard
settings-courtyard-hint = The courtyard you are usually at; new sessions begin with it.

## locale: names of kinds and states
term-courtyard-meeting = courtyard meeting
term-community-chat = community chat
term-neighbours-dialogue = neighbours' dialogue
term-micro-renewal = micro-renewal activity
term-door-to-door = door-to-door round
term-other-session = other session
term-draft = draft
term-final = final
term-returned = returned
term-approved = approved
term-deleted = deleted

## ui: sessions
sessions-title = Sessions
sessions-when = When
sessions-kind = Kind
sessions-name = Title
sessions-place = Place
sessions-present = Present
sessions-responses = Responses
sessions-none = No sessions yet. A session is one occasion at which responses are collected: a courtyard meeting, a door-to-door round. Enter or Ctrl-N makes the first one.
sessions-deleted = Deleted: { $title }. Its responses stay. Ctrl-U brings it back.
sessions-restored = Back again: { $title }
sessions-saved = Saved: { $title }
sessions-gone = This session is not there any more.
session-title = Session: { $name }
session-new-title = New session: { $name }
session-unsaved = not stored yet
session-kind = Kind
session-kind-hint = Left and Right or a digit choose: 1 courtyard meeting, 2 community chat, 3 neighbours' dialogue, 4 micro-renewal activity, 5 door-to-door round, 6 other.
session-name = Title
session-name-hint = What people call it, such as "9th courtyard meeting". Left empty, it is called by its kind.
session-date = Date
session-date-hint = Also typed as 11-12, today, tomorrow, +3
session-time = Begins
session-time-hint = 19:30, 1930 or 7:30 pm
session-date-kept = The date or time could not be read; the session still begins { $starts }.
session-community = Community
session-grid = Grid
session-micro-grid = Micro-grid
session-building = Courtyard, building
session-place-hint = Where it is held. What does not apply stays empty.
session-facilitator = Facilitator
session-recorder = Recorder
session-present = People present
session-present-hint = As counted; empty when nobody counted.
term-building = bldg { $n }
term-entrance = entr. { $n }
term-door = { $building } { $entrance } { $household }

## ui: home
home-group-demo = Try it out
home-group-drafts = Go on with
home-group-new = New response
home-group-sessions = Sessions
home-group-responses = Responses
home-group-summary = Summary
home-group-settings = Settings
home-demo = load the demo: a courtyard's 135 responses, kept apart
home-new-session = create the first one
home-summary = counts, shares, cross-tables
home-settings = language, colours, who types here
home-today = Today  { $responses }   drafts { $drafts }
home-all = in all { $responses } / { $sessions }
home-returned = { $count } sent back
home-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}

## cli: tally, export, import; report
tally-unnamed = (none)
tally-given = answered
tally-no-session = no session
tally-blank = blank
tally-refused = refused
tally-dont-know = don't know
tally-not-applicable = not applicable
tally-not-asked = not asked
tally-total = all
tally-mean = mean
tally-median = median
tally-min = least
tally-max = greatest
tally-sum = sum
tally-first = first { $count } ({ $share })
tally-mean-place = mean place { $place }
tally-in-households = in { $households }
tally-overlapping = One response may stand in several columns.
tally-versions-differ = The versions of this survey differ in: { $questions }
tally-no-question = The survey has no question { $name }.
tally-no-question-near = The survey has no question { $name }. Did you mean { $near }?
tally-no-choice = Question { $question } has no choice { $name }.
tally-no-choice-near = Question { $question } has no choice { $name }. Did you mean { $near }?
export-audit-where = A trail is a file a response, in a folder beside the tables. Say where with -o, or take --format json.
export-done = Exported: { $responses }
export-left-out = Left out, because it tells of people: { $names } ({ $count }). To take it along, say `--include personal`, `--include sensitive`, or `--include` with the name of a column; that is noted.
tally-left-out = Left out, because they tell of people: { $names } ({ $count }). Name them with `--question` to have them; that is noted.
export-no-column = There is no column "{ $word }". After `--include` stands `personal`, `sensitive`, or the name of a question.
export-no-column-near = There is no column "{ $word }". Did you mean "{ $near }"?
export-repeats-left-out = { $count ->
    [one] The table of one repeat was left out; name a file or directory with -o to get it too.
   *[other] The tables of { $count } repeats were left out; name a file or directory with -o to get them too.
}
import-done = Taken in: { $new }. Here already: { $known }. Corrected: { $corrected }.
import-would = Would take in: { $new }. Here already: { $known }. Would correct: { $corrected }.
import-differs = { $id } is here with another content: { $differences }
import-conflicts = Nothing was taken in, because { $count } of the responses are here with another content. Take them in as corrections with --correct REASON.
import-faults = Nothing was taken in. Faults: { $count }
import-json = { $file }:{ $line }:{ $column } cannot be read: { $error }
import-hash = { $file }: the text of version { $version } does not fit its hash. Nothing was taken in.
import-no-text = { $file }: response { $id } names version { $version }, whose text is neither in the file nor here. Nothing was taken in.
import-state = { $file }: response { $id } is a draft or deleted. Only finished responses can be taken in; nothing was.
import-which-survey = { $file } does not say which survey it belongs to. Name it with --survey.
import-not-utf8 = { $file }:{ $line } is not UTF-8. Save the file as "CSV UTF-8" and try again.
import-empty = { $file } is empty.
import-missing-column = this column is needed and missing
import-unknown-column = the survey has no such question
import-unknown-column-near = the survey has no such question. Did you mean { $near }?
import-double-column = this column stands twice
import-left-out = columns were left out of this table, its rows are not whole responses; export again with `--include personal --include sensitive`
import-json-left-out = { $file }: answers were left out of these responses ({ $names }), so they are not whole. Export again with `--include personal --include sensitive`. Nothing was taken in.
import-missing-table = the file of the repeat { $repeat } is missing beside this one
import-too-many-cells = the row has more cells than there are headings
import-key = the key is no id of a response or of an instance
import-double-key = the key stands in line { $line } already
import-parent = there is no row with this key around it
import-other-survey = the row belongs to another survey
import-unknown-version = the text of this version is not here; take in a JSON export, which brings it along
import-bad-state = the state is final, returned or approved
import-session = this is no id of a session
import-moment = type date and time as 2024-11-12T14:30:00+08:00
import-seed = this is not a number the program wrote
import-blank = { $name } is named as blank, but is no question here or has an answer
import-disagree = this column of 0 and 1 says otherwise than the list of choices
import-integer = this is not a whole number
import-decimal = this is not a number
import-date = type the date as 2024-11-12
import-time = type the time as 14:30:00
import-choice = the question has no choice { $name }
import-choice-near = the question has no choice { $name }. Did you mean { $near }?
import-point = type coordinates as latitude longitude, 30.66 104.08
import-brackets = the brackets hold no answer
cli-no-survey = There is no survey { $name } here. Known: { $known }
cli-no-survey-near = There is no survey { $name } here. Did you mean { $near }?
cli-no-session = There is no session { $name }. There is: { $near }
cli-no-kind = There is no kind of session { $name }. There is: { $known }
cli-no-date = { $text } is not a date. Type it as 2024-11-12, 11-12 or today.
cli-no-condition = { $text } is not a condition. Write question=choice, question>=number, question~text or question=[blank].
cli-tally = Print the counts of a survey's responses
cli-tally-survey = The survey's id, or its file
cli-tally-by = By groups: a question, or session, kind, building, entrance, surveyor, day, state, version
cli-tally-question = Only this question; may be given more than once
cli-tally-session = Only responses of this session, by title or id; may be given more than once
cli-tally-kind = Only responses of this kind of session; may be given more than once
cli-tally-building = Only responses of this building; may be given more than once
cli-tally-surveyor = Only responses typed by this person; may be given more than once
cli-tally-from = Only responses begun on this day or later
cli-tally-to = Only responses begun on this day or earlier
cli-tally-conditions = Only responses with this answer: question=choice, question>=3, question~text, question=[blank]
cli-tally-format = text, json or csv
cli-export = Write a survey's responses to files
cli-export-survey = The survey's id, or its file
cli-export-format = csv, json, xlsx (a spreadsheet), or codebook (what questions and choices are called)
cli-export-audit = Also how each response came about, question by question with times: in JSON beside the answers, in CSV a file a response as ODK's audit.csv
cli-export-output = File or directory to write; without one, standard output
cli-export-bom = Begin CSV files with a byte order mark, so that spreadsheet programs read Chinese rightly
cli-export-include = What would stay here otherwise: `personal` (names, phones, doors), `sensitive` (need, health, disputes), or a column by name; may be given several times
cli-import = Take in responses from a file; the same file again changes nothing
cli-import-file = A JSON or CSV file that export wrote, or one like it
cli-import-survey = The survey's id, when the CSV file does not name it
cli-import-correct = Take in responses that are here with another content as corrections, for this reason
cli-import-dry-run = Only say what would be done
## ui: home and demo
home-in-demo = figures not reported are made up; back to my own data
home-group-in-demo = Demo
home-faults = ✗ { $count ->
    [one] 1 fault
   *[other] { $count } faults
}
key-go-on = go on
demo-title = Demo
demo-about = The demo is courtyard 14 of a newspaper report: 135 responses, 12 sessions of four kinds, seven matters carried unanimously, 40 000 yuan given and 200 000 granted; a prize of 20 000 yuan comes from another courtyard. What the report does not tell (who came, who said what, days and counts) is made up. It lives in a directory of its own, { $dir }; your own data stays as it is.
demo-enter = Enter loads it and opens it.
demo-working = Loading ..
demo-leave = You are in the demo. Enter goes back to your own data.
demo-open = This is the demo now. Figures the report does not give are made up.
demo-own = This is your own data again.
demo-failed = The demo could not be made in { $dir }.
## store/
store-held = Read only: babahui already runs as process { $pid } on { $host } since { $since }. Close it there to write here. Data: { $dir }
store-held-unknown = Read only: another babahui uses this data. Close it to write here. Data: { $dir }
store-read-only = { $path } cannot be written to. Ask for the right to write there, or start with --data and another directory. Nothing was changed.
store-disk-full = The disk is full: { $path } cannot grow. The last change was not saved; all before it was. Free some space and try again.
store-corrupt = { $path } is damaged ({ $detail }). Nothing was changed. Copy the whole directory to a safe place, then run `babahui check --store`.
store-foreign = { $path } was not made by babahui. Nothing was changed. Start with --data and another directory.
store-newer = { $path } was written by a newer babahui (store { $found }, this one knows up to { $known }). Nothing was changed. Install the newer version.
store-busy = { $path } is locked by another program, perhaps a backup. Wait until it is done and try again.
store-io = { $path } could not be read or written ({ $detail }). Check the disk and try again.
store-missing = Nothing is stored under { $id }. It may have been removed elsewhere; go back and look again.
store-fixed = { $id } stays as it is: this kind of record cannot be taken back or erased.
store-finding-file = The file is damaged: { $detail }
store-finding-record = Record { $position } ({ $record }, number { $seq } of device { $device }): { $flaw }
store-finding-truncated = Device { $device }: the newest records are missing; the last should be number { $expected } and is { $found }.
store-finding-projection = Table { $table }, row { $id } does not follow from the log. `babahui check --store --rebuild` mends it.
store-flaw-body-hash = its content was changed after it was written.
store-flaw-chain-hash = its header was changed after it was written, or it does not follow the record before.
store-flaw-sequence = number { $expected } should stand here; records are missing or out of place.
store-flaw-body-missing = its content is gone although nobody erased it.
store-flaw-body-not-erased = its content is still here although it was erased.
store-flaw-unreadable = its content cannot be read ({ $detail }).
## cli/check, cli/new
cli-check = Check surveys and agendas, or the store, and print everything that is wrong
cli-check-paths = Files of surveys and agendas, or folders of them
cli-check-store = Check the data directory's store instead: every record, their order, and what screens read
cli-check-rebuild = Make what screens read anew from the records, when these are sound
check-store-good = { $count ->
    [one] All is well: one record.
   *[other] All is well: { $count } records.
}
check-store-rebuilt = Made anew from the records.
check-store-more = { $count ->
    [one] And one thing more.
   *[other] And { $count } things more.
}
check-store-copy = Copy the whole directory { $dir } to a safe place first and do not go on filling; then bring back a backup, or send these lines to whoever looks after the program.
check-store-none = There is no store in { $dir } yet.
cli-check-keep = With `--terminal`: draw lines from now on as this terminal shows them well
cli-check-terminal = Look at the terminal, the language and the data directory instead
doctor-data = Data: { $dir }
doctor-data-new = Data: { $dir }, made at the first start
doctor-data-locked = Data: { $dir } cannot be written to. Choose another place with `--data`
doctor-language = Language: { $lang }   system: { $system }
doctor-language-bytes = Language: { $lang }   system: { $system }, which is not UTF-8, so Chinese comes out broken. Set `LANG` to zh_CN.UTF-8
doctor-colour = Terminal: { $term }, in colour
doctor-no-colour = Terminal: { $term }, without colour, as `NO_COLOR` asks
doctor-no-terminal = There is no terminal here that answers; run this in the window the program is used in.
doctor-size = Window: { $columns } x { $rows }
doctor-small = Window: { $columns } x { $rows }; at least { $least } x { $least_rows } are needed
doctor-widths = Columns drawn: { $widths }
doctor-narrow = Chinese characters take one column here, so everything after them is shifted. Choose a font with Chinese characters
doctor-lines-fit = This terminal shows drawn lines well: `--keep` chooses them, as do the settings (F12)
doctor-lines-shift = Drawn lines are shifted in this terminal. Choose plain characters in the settings (F12)
doctor-kept-drawn = Kept: lines are drawn as such from now on. The settings (F12) change it back
doctor-kept-plain = Kept: lines are made of plain characters. The settings (F12) change it
doctor-editor = Ctrl-E opens: { $editor }
doctor-no-editor = Ctrl-E opens the plainest editor there is; the variable `EDITOR` names another
cli-new = Write a commented file to start from
cli-new-what = What to start: survey, agenda
cli-new-name = Its name, which becomes its id and the name of the file
cli-new-out = Folder to write it to, instead of the one you are in
check-good = { $count ->
    [one] 1 file is good.
   *[other] { $count } files are good.
}
check-bad = Of { $all ->
    [one] 1 file
   *[other] { $all } files
}, { $bad } cannot be used yet.
check-warnings = { $count ->
    [one] 1 warning to look at.
   *[other] { $count } warnings to look at.
}
check-no-files = There is no .ron file in { $dir }.
new-written = { $path } is written. Change it, then run `babahui check` on it.
new-exists = { $path } is there already and was left as it is. Take another name or folder.
new-bad-name = "{ $name }" cannot be a name. Use letters, figures, - and _.
## src/locale: answers
answer-acknowledged = Confirmed
answer-between = , { "" }
refusal-refused = Refused
refusal-dont-know = Don't know
refusal-not-applicable = Does not apply
typed-no-point = Not a place: type latitude and longitude, such as 30.68 103.85
refused-no-such = This survey has no such question here
refused-computed = The program fills this in; it cannot be typed
refused-read-only = This answer is fixed and cannot be changed
refused-wrong-kind = The question asks for another kind of answer
refused-not-a-number = Not a number: type digits, such as 12
refused-too-large = The number is too large
refused-off-scale = Type a number from { $start } to { $end } in steps of { $step }
refused-not-a-date = Not a date: type it like 2024-11-12
refused-not-a-time = Not a time: type it like 19:30
refused-not-a-date-time = Not a date and time: type it like 2024-11-12T19:30+08:00
refused-not-offered = “{ $choice }” is not one of the choices here
refused-counted = The survey itself says how many there are
refused-not-relevant = This part is not asked at present
refused-too-many = No more than { $most } can be entered
refused-no-warning = There is no warning to pass here

## src/ui/screens/entry
entry-none-picked = nothing picked
entry-open-list = Space shows all { $count }
entry-no-choices = Nothing matches
entry-search = type to search
entry-star = { " " }*
entry-specify-other = Which other?
entry-violated = This answer does not fit the question
entry-warned = Unusual: is that right?
entry-required = An answer is needed. PgDn goes on for now
entry-reason = Why it stands:
entry-reason-empty = one word is enough, then Enter; Esc to change the answer
entry-saved = saved { $time }
entry-not-saved = NOT SAVED
entry-question = question { $number } of { $count }
entry-not-kept = Not an answer yet, it stays in the field: { $why }
entry-nothing-wrong = Nothing is missing or wrong
entry-refusal-not-offered = “{ $refusal }” cannot be noted for this question
entry-repeat-go-on = No more, go on
entry-repeat-add = Add: { $what }
entry-type-year = a year, such as 1958
entry-type-month = a month, such as 2024-11
entry-type-date = 2024-11-12, 11-12, today, +3
entry-type-time = 19:30 or 1930
entry-type-date-time = 11-12 19:30
entry-type-point = latitude longitude, such as 30.68 103.85
entry-file-copied = Copied to { $path }
entry-file-missing = There is no file { $path }
entry-file-folder = { $path } is a folder; the path of one file is needed
entry-file-error = The file cannot be copied: { $error }
entry-type-notes = Enter begins a new line; ↓, PgDn or Tab go on
entry-type-path = path of the file
entry-type-barcode = scan or type
entry-type-range = { $start } to { $end }

## src/ui/screens/start
start-title = New response
start-survey = Survey
start-session = Session
start-surveyor = Surveyor
start-building = Building
start-entrance = Entrance
start-household = Household
start-choose-hint = ← → to choose, Enter to go on
start-door-hint = Numbers are enough: 3, 2, 501. The last field and Enter begin
start-surveyor-hint = Your name; it stays for the next households
start-new-round = New door-to-door round, { $date }
start-no-survey = There is no survey to fill. Put one into the folder `surveys`, or look at the list of surveys
start-unfinished = Going on with the unfinished response of this door
start-duplicate = This door has answered already in this session ({ $who }, { $time }). Enter again begins all the same

## src/ui/screens/review
review-finish = Finish, then the next household
review-finish-correction = Finish the correction
review-open = { $count ->
    [one] One thing is still open
   *[other] { $count } things are still open
}
review-finished = Finished: { $door }
review-finished-visit = Finished: { $door }, done in { $round }. Ctrl-U takes the visit back
review-finished-said = Finished: { $door }, noted in { $round }: { $what }. Ctrl-U takes the visit back
review-status = { $answered }/{ $asked } answered, { $open } open
key-next-question = next
key-next-open = next open
key-next-wrong = next to fix
key-review = review
key-refuse = refused
key-dont-know = don't know
key-not-applicable = does not apply
key-clear = clear
key-guidance = guidance
key-add-instance = add
key-move-instance-up = move up
key-move-instance-down = move down
key-finish = finish
key-begin = begin
key-tick = tick
key-previous-question = previous
key-page-before = page before
key-page-after = page after
## app/demo, cli/demo
demo-notice = Demo: the counts, seven matters and sums are reported, the rest invented
demo-built = The demo is ready in { $dir }
demo-found = The demo is there already, in { $dir }
demo-holds = Courtyard renewal intake: { $submissions } submissions over { $sessions } sessions. Other surveys: { $others } responses.
demo-meetings = Meetings: { $meetings }, each with final minutes.
demo-occupied = { $dir } holds other data; nothing was changed. Name an empty directory with --data DIR.
demo-broken = The demo could not be made, by a fault of the program itself: { $place }
cli-demo = Make the demo (courtyard 14, 135 submissions) in a directory of its own and open it
cli-demo-only-build = Make it without opening the program
cli-demo-after = The demo lives in the folder demo of the data directory, or in the directory named with --data.

## cli/fill, cli/script, cli/plain, cli/eval
survey-none = There is no survey { $name }. There are: { $known }
survey-none-near = There is no survey { $name }. Did you mean { $near }?
fill-how = Say how: --plain for prompts line by line, or --script FILE.
fill-constraint = This answer cannot be right.
fill-required = This question needs an answer.
fill-no-draft = There is no draft of this survey. Leave --resume out to begin a new response.
fill-session-none = There is no session yet, so none is { $name }. Make one with --session new:TITLE.
fill-session-unknown = No session is { $name }. There is: { $near }
fill-session-many = More than one session is { $name }. Add a word, or take the id: { $found }
fill-session-title = new: needs a title behind it, such as new:坝坝会.
fill-go-on = To go on: babahui fill { $survey } --plain --resume
fill-script-json = { $file } is not JSON: { $error }
fill-script-list = { $file } must be a list of operations, such as [ {"{"}"set": "/data/q", "value": "v"{"}"} ].
fill-script-op = { $file }: operation { $number } is none of set, add_repeat, remove_repeat, move_repeat, pass_warning, language, snapshot.
fill-script-field = { $file }: operation { $number }: { $field } is missing or of the wrong kind.
plain-commands = Enter: next. :b back  :s skip  :x clear  :r refused  :d don't know  :n not applicable  :v review  :q leave (kept as a draft)  :h this help
plain-required = {" "}(required)
plain-many = { $count } choices: type part of the one you look for.
plain-pick-several = Several, as 1 3
plain-pick-ranked = In order, the most important first, as 3 1 2
plain-acknowledge = y when it is done
plain-scale = From { $start } to { $end }
plain-current = Now: { $answer } (Enter keeps it)
plain-read-only = Filled in already; Enter goes on.
plain-left-open = Left open for now; it comes up again at the end.
plain-no-choice = No choice fits { $text }.
plain-several-fit = Several choices fit: { $places }. Type a number.
plain-reason = Right all the same? Type the reason. Enter asks again.
plain-more = { $name }: { $count } so far. One more? (y, Enter for no)
plain-unknown = There is no command :{ $word }. :h lists them.
plain-draft-kept = Kept as a draft.
plain-review = All answers:
plain-complete = Nothing is open. y finalises, :b goes back, :q leaves it as a draft.
plain-open = Still open: { $count }. Type a number to go there, Enter for the first.
plain-review-commands = Type y, one of the numbers, :b or :q.
plain-finalised = Finalised and stored.
plain-issue-blank = (no answer)
plain-issue-violation = (cannot be right)
plain-issue-warning = (unusual, no reason given)
eval-no-equals = --set takes NAME=VALUE, not { $text }.
eval-no-question = There is no question { $name }.
eval-not-taken = { $text }: { $why }
cli-fill = Fill a survey line by line, or by a script
cli-fill-survey = Id of a survey, or path of a survey file
cli-fill-plain = Numbered prompts, nothing drawn over: for screen readers, simple terminals and pipes
cli-fill-resume = Go on with the draft of this survey typed in last
cli-fill-door = Building, entrance and household, as "3 2 501"
cli-fill-session = The session it belongs to: its id, its title, or words that only one session has in title, building, kind or date ("11-12 courtyard"); new:TITLE makes one that begins now, or takes today's of that title
cli-fill-script = JSON file of operations, - for stdin
cli-fill-dry-run = Store nothing
cli-fill-state = json: print how every question stands, per snapshot and at the end
cli-fill-now = The moment it is filled, as 2024-11-12T14:00:00+08:00
cli-fill-seed = Seed of random() and shuffled choices
cli-fill-after = Operations: {"{"}"set": "/data/q", "value": "v"{"}"}, {"{"}"add_repeat": "/data/r"{"}"}, {"{"}"remove_repeat": "/data/r", "index": 0{"}"}, {"{"}"language": "en"{"}"}, {"{"}"snapshot": "label"{"}"}. Paths count repeat entries from 1 (/data/r[2]/q), index counts from 0: {"{"}"remove_repeat": "/data/r[1]"{"}"} takes the first away as well.
cli-eval = Show what an expression gives in a survey
cli-eval-survey = Id of a survey, or path of a survey file
cli-eval-expr = The expression
cli-eval-set = An answer to give first, NAME=VALUE; may be repeated
cli-eval-at = The question the expression stands at, for . and ..
cli-eval-now = What now() gives, as 2024-11-12T14:00:00+08:00
cli-eval-seed = Seed of random()
cli-eval-json = Print JSON
plain-yes = yes
## surveys
key-surveys = surveys
key-problems = problems
key-reload = reload
home-group-surveys = Surveys
home-surveys = { $count ->
    [one] one survey
   *[other] all { $count } surveys
}
home-surveys-faulty = ✗ { $count } with faults
surveys-title = Surveys
surveys-status = { $all } surveys, { $bad } with faults
surveys-name = survey
surveys-version = version
surveys-languages = languages
surveys-questions = questions
surveys-responses = responses
surveys-from = from
surveys-shipped = babahui
surveys-own = own file
surveys-bad = ✗ { $count ->
    [one] one fault
   *[other] { $count } faults
}
surveys-unreadable = ✗ cannot be read
surveys-taken = Another file has the id { $id } and is used; give this survey an id of its own: { $file }
surveys-folder = Your own surveys belong into { $dir }. `babahui new survey NAME` writes one to start from.
surveys-warned = It can be filled; { $count ->
    [one] one thing
   *[other] { $count } things
} in it may be meant otherwise: F7
surveys-reloaded = Read again: { $all } surveys, { $bad } with faults
faults-title = What is wrong with { $file }
faults-status = { $errors ->
    [one] one fault
   *[other] { $errors } faults
}, { $warnings ->
    [one] one warning
   *[other] { $warnings } warnings
}
faults-none = Nothing is wrong with this file.
faults-gone = This file is not there any more
faults-unreadable = This file cannot be read: { $error }
faults-advice = Correct the file in an editor, then press Ctrl-R here.
## src/ui/screens/browse
browse-title = Responses
browse-survey = Survey
browse-session = Session
browse-state = State
browse-place = Place
browse-person = Surveyor
browse-day = Date
browse-any = all
browse-search = Find
browse-search-placeholder = door, name, words of an answer
browse-when = When
browse-door = Door
browse-name = Name
browse-duplicate = twice
browse-correcting = correction under way
browse-session-gone = a session that is gone
browse-today = today
browse-days = { $from } to { $until }
browse-days-from = from { $from }
browse-days-until = to { $until }
browse-last-days = last { $days } days
browse-day-placeholder = or type a day, 11-12, or two, 11-01 11-12
browse-day-typed = Enter takes what you typed
browse-none = No responses yet. F2 begins the first.
browse-none-found = No response matches. F5 shows all, Tab changes what the list is narrowed by.
key-narrow = narrow
key-narrow-last = narrow by date
key-all-responses = show all
key-tally-these = tally these
key-values = list values
key-any-value = any
key-to-list = to the list
key-choose = choose

## src/ui/screens/response
response-title = Response  { $door }
response-gone = This response is not there any more.
response-version = version { $version }
response-begun = begun { $time }
response-finished = finished { $time }
response-was-returned = Returned by { $who } { $at }: { $why }
response-was-approved = Approved by { $who } { $at }
response-was-deleted = Deleted by { $who } { $at }: { $why }. Ctrl-U brings it back
response-was-discarded = This draft was thrown away { $at }. Ctrl-U brings it back
response-was-corrected = Revision { $n }, corrected by { $who } { $at }: { $why }
response-twins = Same door and session: { $others } ({ $who }, { $at }). Enter shows it
response-correcting = A correction is under way: F6 goes on with it
response-read-only = Another babahui has this data open: here you can only look
response-answers = Answers
response-compare = Revisions
response-trail = Audit trail
response-blank = no answer
response-absent = not asked
response-instances = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
response-instance = { $what } { $number }
response-other-version = Questions this version of the survey does not have
response-revision = Rev. { $n } { $at } { $who }
response-changes = { $count ->
    [one] 1 change, marked *
   *[other] { $count } changes, marked *
}
response-question = Question
response-began = Start
response-ended = End
response-before = Old
response-after = New
response-no-trail = How it was filled was not recorded.
response-computed = filled in: { $answer }
response-start = When it was begun
response-end = When it was finished
response-today = Day
response-device = Laptop
response-username = Filled by
response-added = added
response-removed = removed
response-moved = moved to { $to }
response-passed = confirmed: { $reason }
response-why-correct = Why correct it
response-why-correct-hint = such as: wrong phone number
response-why-return = What to look at
response-why-return-hint = the surveyor will read this
response-why-delete = Why delete it
response-why-delete-hint = such as: the same household twice
response-why-missing = Write why, then Enter; Esc leaves it as it is
response-returned = Returned: { $door }. Ctrl-U takes it back
response-deleted = Deleted: { $door }. Ctrl-U brings it back
response-deleted-visit = Deleted: { $door }, and the visit with it. Ctrl-U brings both back
response-approved = Approved: { $door }. Ctrl-U takes it back
response-restored = Brought back: { $door }
response-restored-visit = Brought back: { $door }, and the visit with it
response-not-returned = No longer returned: { $door }
response-not-approved = No longer approved: { $door }
key-open-twin = same door
key-correct = correct
key-return = return
key-approve = approve
key-only-changes = changes
key-next-view = next view
key-previous-view = previous view
key-compare = compare revisions
key-trail = audit trail
key-revision-before = revision before
key-revision-after = revision after
key-reason-done = OK

## palette
palette-fill = new response: { $title }
palette-tally = summary: { $title }
palette-responses = responses: { $title }
palette-faults = faults of: { $title }
palette-session = session: { $day } { $title }, { $kind }
## src/ui/screens/summary

key-cross = by groups
key-other-groups = other groups
key-next-figure = shares
key-groups-before = groups before
key-groups-after = more groups
key-filter = filter
key-no-filter = count all
key-drop-condition = drop the last condition
key-save-report = save
key-these-responses = these responses
key-other-survey = another survey
key-choose-more = tick
summary-title = Summary
summary-survey = Survey
summary-submitted = responses
summary-returned = sent back
summary-no-surveys = There is no survey yet.
summary-question-of = question { $at } of { $all }
summary-meetings = meetings
summary-chats = chats
summary-dialogues = dialogues
summary-renewals = renewals
summary-rounds = rounds
summary-others = other
summary-unknown-kind = unknown
summary-without-session = no session { $count }
summary-filter = Counted
summary-everything = all responses
summary-n = n = { $count }
summary-given = n { $count }
summary-several = (any number)
summary-computed = (computed)
summary-ranked = (in order)
summary-instances = ({ $repeat }: { $rows } in { $households })
summary-days = { $from } to { $to }
summary-days-from = from { $from }
summary-days-to = to { $to }
summary-or = {" "}or{" "}
summary-and = ,{" "}
summary-version = Version { $version }: { $what }
summary-added = new question
summary-dropped = no longer asked
summary-other-kind = another kind of question
summary-moved = moved to another place in the survey
summary-reworded = asked in other words
summary-choices-added = new choices { $choices }
summary-choices-dropped = no longer offered: { $choices }
summary-choices-reworded = other words for { $choices }
summary-rank-hint = How often it came first, and its mean place:
summary-place = place { $place }
summary-more-rows = { $count } more, Enter shows them
summary-more-texts = { $count } more, Enter shows them
summary-text = Answer
summary-search-texts = search in the answers
summary-texts-found = { $found } of { $all }
summary-no-texts = No answer holds this.
summary-by-kind = Kind of session
summary-by-building = Building
summary-by-entrance = Entrance
summary-by-session = Session
summary-by-day = Day
summary-by-surveyor = Surveyor
summary-by-state = State
summary-by-version = Version
summary-by-door = Door
summary-other-session = another session
summary-pick-filter = Count only responses with
summary-search-filter = type a word, or days such as 11-01 11-08
summary-pick-axis = By which groups?
summary-search-axis = type a word
summary-cross-title = { $question }   by: { $axis }
summary-of-column = Shares of each column's n.
summary-of-row = Shares of each row's total.
summary-counts-only = Counts only.
summary-groups-in-view = Groups { $first } to { $last } of { $all }
summary-saved = Saved { $name }.txt and .csv in { $folder }
summary-saved-without = Saved without the { $count } questions that tell of people: { $name }.txt and .csv in { $folder }
summary-not-saved = Nothing was saved in { $dir }: { $why }. Make room there, or start with another directory.
summary-not-by-text = The list was narrowed by a text or an entrance; the summary counts without that.
summary-not-in-list = The list cannot be narrowed by all of this; it shows more responses than were counted.
summary-reading = Reading the responses ..
summary-unread = The responses could not be read.
summary-none = No response has been finished yet. What is still a draft is not counted.
summary-none-chosen = No response fulfils all of this. F8 counts all again.

## ui/screens/open

## src/locale/rule: rules and results of votes
rule-source-discussion = By custom, not a statutory decision
rule-source-residents = Organic Law of Urban Residents' Committees, art. 9-10
rule-source-ordinary = Civil Code art. 278, ordinary matter
rule-source-special = Civil Code art. 278, special matter
rule-source-unanimous = Civil Code art. 279
rule-cited = { $source }: { $words }
rule-majority = carried by more than half of those taking part
rule-two-thirds = carried by at least two thirds of those taking part
rule-consent = carried when nobody firmly objects
rule-residents = more than half of the entitled are present, and more than half of those present consent (abstaining or saying nothing counts as present)
rule-ordinary = at least two thirds of heads and of area take part, and of these more than half by heads and by area consent
rule-special = at least two thirds of heads and of area take part, and of these at least three quarters by heads and by area consent
rule-unanimous = every owner concerned consents
rule-then = { $first }, { $second }
rule-and = { $a } and of the { $b }
rule-test = { $share } of the { $measures } { $whole } { $each ->
    [many] { $part }
   *[one] { $part }
}
rule-none = none { $part }
rule-heads = heads
rule-area = area
rule-ballots = ballots
rule-of-consenting = voting for
rule-of-objecting = voting against
rule-of-participating = taking part
rule-of-valid = validly cast
rule-of-present = present
rule-of-entitled = on the roll
rule-consenting = vote for
rule-objecting = vote against
rule-participating = take part
rule-valid = vote validly
rule-present = are present
rule-entitled = are on the roll
rule-more-than-half = more than half
rule-more-than = more than { $fraction }
rule-all = all
rule-at-least = at least { $fraction }
rule-at-most = at most { $fraction }
rule-half = half
rule-third = one third
rule-two-of-three = two thirds
rule-quarter = one quarter
rule-three-of-four = three quarters
rule-fifth = one fifth
rule-four-of-five = four fifths
verdict-not-valid = not valid, too few took part
verdict-carried = carried
verdict-lost = lost
verdict-for = for
verdict-against = against
verdict-abstain = abstain
verdict-spoiled = spoiled
verdict-certain = carried for certain
verdict-open = still open
verdict-hopeless = can no longer carry
verdict-ballots = { $count ->
    [one] { $count } ballot
   *[other] { $count } ballots
}
verdict-owners = { $count ->
    [one] { $count } owner
   *[other] { $count } owners
}
verdict-within = not exceeded
verdict-over = { $amount } too many
verdict-missing = { $amount } short
verdict-exact = reached exactly
verdict-spare = { $amount } more than needed
verdict-what = { $measure } { $part }
verdict-least = { $amount } needed
verdict-most = at most { $amount }
verdict-line = { $what } { $part } of { $whole }, { $needed }, { $margin }
verdict-failed = { $what } { $margin }
verdict-and = { $first }, { $second }
verdict-because = { $outcome }: { $why }
verdict-joined = Also under { $source }: { $heads } that did not return a ballot follow the majority and count { $side }. Courts differ on such rules, so both results are given
verdict-joined-nobody = Also under { $source }: for and against are equal, there is no majority to follow, and { $heads } that did not return a ballot still take no part
## locale/meeting
meeting-inform = Inform
meeting-hear = Hear
meeting-discuss = Discuss
meeting-decide = Decide
meeting-pledge = Pledges
meeting-claim = Claims
meeting-assign = Assign
meeting-follow-up = Follow up
meeting-survey = Survey
meeting-fund = Fund
meeting-pause = Break
meeting-show-of-hands = show of hands
meeting-roll-call = roll call
meeting-secret = secret ballot
meeting-consent = asking for objections
meeting-dots = dots
meeting-scrutineer = Scrutineer
meeting-caller = Caller
meeting-counter = Counter
meeting-names-between = {", "}
meeting-entitled = entitled
meeting-resident = resident
meeting-observer = observer
meeting-staff = property staff
meeting-order-asked = in the order they asked
meeting-order-first-time = first-time speakers first
meeting-order-building = one building after the other
## locale/agenda_fault, locale/roll_fault: faults in an agenda file and its roll

fault-agenda-unknown-item = There is no kind of item "{ $word }".
fault-agenda-unknown-session = There is no kind of session "{ $word }".
fault-agenda-unknown-rule = There is no rule "{ $word }".
fault-agenda-unknown-matter = This rule has no "{ $word }".
fault-agenda-unknown-test = "{ $word }" compares nothing.
fault-agenda-unknown-measure = Votes are not weighed by "{ $word }".
fault-agenda-unknown-voices = There are no voices called "{ $word }".
fault-agenda-unknown-way = There is no way of voting "{ $word }".
fault-agenda-unknown-taking = "{ $word }" does not say whether such a voice takes part.
fault-agenda-unknown-silent = "{ $word }" does not say what a ballot counts as that never comes back.
fault-agenda-unknown-base = A match is not taken of "{ $word }".
fault-agenda-unknown-voter = Nobody on a roll is a "{ $word }".
fault-agenda-item-twice = The name "{ $name }" is taken by another item.
fault-agenda-motion-twice = The name "{ $name }" is taken by another motion.
fault-agenda-part-twice = The name "{ $name }" is taken by another part.
fault-agenda-bad-money = "{ $value }" is no amount in yuan, to the fen and more than nothing.
fault-agenda-bad-ratio = "{ $value }" is no number of times, more than nothing.
fault-agenda-bad-duration = "{ $value }" is no time in minutes and seconds, more than nothing.
fault-agenda-bad-count = "{ $value }" is no whole number that can stand here.
fault-agenda-bad-id = "{ $value }" is no id of a matter: copy it from the matter, or leave the line out.
fault-agenda-bad-door = "{ $value }" is no door: building, entrance and household with hyphens between.
fault-agenda-fraction-notation = "{ $value }" is no fraction of whole numbers, so votes cannot be compared with it exactly.
fault-agenda-fraction-by-zero = "{ $value }" divides by 0.
fault-agenda-fraction-zero = "{ $value }" is nothing: no vote at all would do.
fault-agenda-fraction-over-one = "{ $value }" is more than all votes: nothing would ever be carried.
fault-agenda-fraction-more-than-all = More than all votes are asked for: nothing would ever be carried. `AtLeast` with `1/1` asks for all of them.
fault-agenda-same-voices = Voices are compared with themselves: this says nothing about them.
fault-agenda-no-items = There is no item on this agenda.
fault-agenda-no-motions = Nothing is put to the vote here: there is no motion.
fault-agenda-no-parts = There is no part to take over here.
fault-agenda-few-options = Dots need at least two options.
fault-agenda-nested-items = A sub-item cannot have sub-items. Put them one level higher.
fault-agenda-no-minutes = No item has planned minutes, so nobody will see whether the meeting is late.
fault-agenda-unknown-survey = There is no survey "{ $survey }", neither shipped nor in the folder of surveys.
fault-agenda-way-area = The rule weighs area, and { $way } does not know whose voice it is.
fault-agenda-way-statute = A statutory decision is counted; { $way } only sounds people out.
fault-agenda-way-counted = The rule counts voices, and { $way } does not. Name the rule `Discussion(Consent)` or another way.
fault-agenda-match-order = The least ratio is greater than the greatest.
fault-agenda-over-allocated = The allocations are { $by } more than the sources.
fault-agenda-no-roll = The rule takes a share of all who are entitled, and the file has no roll of them.
fault-agenda-short-notice = Owners get { $days } days of notice here; they must have 15 (Property Management Regulations, art. 14).
fault-agenda-no-citation = Where does this rule come from? Its source is printed beside every result.
fault-expected-texts = a list of texts: { $example }
fault-expected-names = a list of names: { $example }
fault-expected-rule = { $example }, or written out: { $written }
fault-expected-roll = a CSV file { $file }, a list { $list }, or { $later } when it comes before the meeting
roll-no-columns = The table has neither owners nor doors.
roll-repeated-column = "{ $heading }" is a second column "{ $column }".
roll-unknown-column = The column "{ $heading }" is passed over.
roll-unknown-kind = Nobody on a roll is a "{ $word }". The row does not count.
roll-unknown-parking = "{ $word }" says neither yes nor no to "parking space". The row does not count.
roll-nobody = There is neither an owner nor a door here, so nobody has a vote.
roll-no-owner = This door has no owner's name and counts as an owner of its own.
roll-no-area = No area is given here, so it counts as 0.
roll-twice = This stands twice and counts once.
roll-twice-line = This stands in line { $line } already and counts once.
roll-same-name = "{ $name }" stands above with another home: taken for the same person, one head. Give them an `id` each if they are two.
roll-same-name-line = "{ $name }" stands in line { $line } with another home: taken for the same person, one head. Give them an `owner_id` each if they are two.
roll-area-no-number = "{ $text }" is no number of square metres.
roll-area-negative = "{ $text }": an area is not below 0.
roll-area-too-fine = "{ $text }": areas are counted to 0.01 m², and this is finer.
roll-area-too-large = "{ $text }" is more than the { $limit } one unit can have.
## locale/ledger: pledges, actions, claims, funds
ledger-goods = { $quantity } { $unit } { $what }
ledger-labour = { $hours ->
    [one] 1 hour of work
   *[other] { $hours } hours of work
}
ledger-anonymous = anonymous
ledger-match = own share { $own }, match { $low }, total { $total }
ledger-match-range = own share { $own }, match { $low } to { $high }, total { $least } to { $most }
ledger-action-open = open
ledger-action-done = done, unchecked
ledger-action-checked = closed out
ledger-action-dropped = dropped
ledger-pledge-promised = not in yet
ledger-pledge-partly = partly received
ledger-pledge-received = received
ledger-pledge-withdrawn = withdrawn
ledger-claim-promised = claimed
ledger-claim-delivered = delivered
ledger-claim-released = released
ledger-money-empty = Type an amount.
ledger-money-unreadable = This is not an amount of money. Type digits, such as 200 or 1200.50.
ledger-money-negative = An amount cannot be negative.
ledger-money-too-fine = The smallest amount is one fen: at most two decimals.
ledger-money-too-large = This amount is too large; the most is { $most }.
ledger-thing-action = This action
ledger-thing-pledge = This pledge
ledger-thing-grant = This grant
ledger-thing-claim = This claim
ledger-thing-fund = This fund
ledger-thing-source = This source
ledger-thing-allocation = This allocation
ledger-unknown = { $thing } is not there any more; perhaps it was undone. Look at the records.
ledger-exists = { $thing } is recorded already.
ledger-blank-what = Say what is to be done.
ledger-blank-who = Say who does it.
ledger-blank-by = Give a name.
ledger-blank-reason = Give a reason.
ledger-blank-giver = Say who gives, or mark the pledge anonymous.
ledger-blank-goods = Say which goods.
ledger-blank-from = Say where the money comes from.
ledger-blank-part = Say which part is taken over.
ledger-blank-partner = Say who takes it over.
ledger-blank-title = Give the fund a name.
ledger-blank-purpose = Say what it is for.
ledger-not-positive = The amount must be more than nothing.
ledger-too-large = This is too much; perhaps a digit was typed twice.
ledger-action-not-open = This action is done or dropped. Reopen it to change it.
ledger-action-not-done = This action is not done yet; it can be closed out once it is.
ledger-action-already-open = This action is open already.
ledger-action-already-checked = This action is closed out already.
ledger-pledge-is-withdrawn = This pledge was withdrawn. Undo that to bring it back.
ledger-gift-fixed = Some of it came in already, so it cannot become another kind of gift. Enter another pledge.
ledger-refund-too-much = At most { $held } can be given back.
ledger-nothing-to-refund = Nothing came in, so there is nothing to give back.
ledger-still-held = { $held } came in. Give it back first, or lower the pledge to it.
ledger-grant-is-withdrawn = This grant was withdrawn. Undo that to bring it back.
ledger-claim-is-delivered = This part is delivered. Undo that to change it.
ledger-claim-is-released = This partner released the part. Claim it anew.
ledger-over-allocated = The fund does not have that much: { $left } is left.
ledger-allocation-dropped = This allocation was given up. Make another.
ledger-already-spent = { $spent } was paid out already: the allocation cannot be given up or made smaller than that.
ledger-over-spent = { $left } is left of this allocation. To spend more, raise it first.
ledger-due-past = { $due } is past already.
ledger-checked-by-doer = Whoever checks is who did it; better let somebody else look.
ledger-more-than-pledged = { $over } more than pledged; recorded as it is.
ledger-pledged-before = The same giver pledged { $gift } already; make sure it is not entered twice.
ledger-granted-before = { $sum } is granted here already.
ledger-part-claimed = { $by } took this part over already; it is shared now.
ledger-and = ,{" "}

## locale/meeting/refusal
meeting-refusal-closed = The meeting is closed: only the minutes can still be worked on. To go on, open it again first.
meeting-refusal-final = The minutes are final. To correct them, make a new version.
meeting-refusal-not-on-roll = Nobody like that is on the roll. Check door and name, or check them in as a walk-in.
meeting-refusal-unknown = This person is not known here yet. Check them in first.
meeting-refusal-already-there = They are checked in already.
meeting-refusal-not-there = They are not here. Check them in first.
meeting-refusal-no-name = No name was given. Type who came.
meeting-refusal-not-written = A proxy counts only in writing. Ask for a signed one.
meeting-refusal-principal-there = They are here and speak for themselves. If they leave, check them out, then note the proxy.
meeting-refusal-too-many-principals = One person may stand for { $limit } at most, and does. Choose somebody else.
meeting-refusal-staff-barred = Property staff may not stand for owners. Choose somebody else.
meeting-refusal-oneself = Nobody stands for themselves. Choose somebody else.
meeting-refusal-no-proxy = No proxy was noted for them: there is nothing to take back.
meeting-refusal-no-co-owners = The roll has no co-owners there: the owner votes.
meeting-refusal-empty = Nothing was typed yet. Type something, then save.
meeting-refusal-not-started = The meeting has not begun. Begin it first.
meeting-refusal-started = The meeting has begun already.
meeting-refusal-not-closed = The meeting is not closed: just go on.
meeting-refusal-no-item = The agenda has no such item. Choose another.
meeting-refusal-no-next = No item is left. Close the meeting, or put in another item.
meeting-refusal-under-way = This item is under way.
meeting-refusal-begun = This item was begun and can neither move nor be skipped. To take it up again, go to it.
meeting-refusal-paused = There is a break already. To go on, end it.
meeting-refusal-not-paused = There is no break.
meeting-refusal-vote-open = A vote is open. Close it first, then go on.
meeting-refusal-no-reason = No reason was given. Type why.
meeting-refusal-no-title = The item has no title. Type one.
meeting-refusal-checked-in = Somebody has checked in: the roll is settled. Take the check-ins back, or set up another meeting.
meeting-refusal-no-item-under-way = No item is under way. Begin one first.
meeting-refusal-no-speaker = Nobody was named. Type a name or a door.
meeting-refusal-waits = They are in the queue already.
meeting-refusal-no-turn = They are not in the queue; perhaps they have spoken.
meeting-refusal-nobody-waits = Nobody waits. Put somebody into the queue first.
meeting-refusal-nobody-speaks = Nobody speaks at the moment.
meeting-refusal-no-opinion = There is no such point; perhaps it was taken back.
meeting-refusal-no-motion = There is no such motion. Choose another.
meeting-refusal-no-text = The motion has no text. Type what is put to the vote.
meeting-refusal-not-seconded = A motion is moved and seconded before it is put. Note by whom first.
meeting-refusal-own-second = Nobody seconds their own motion. Choose somebody else.
meeting-refusal-other-open = Another motion is being voted on. Close that vote first.
meeting-refusal-open = This motion is being voted on. Close the vote first.
meeting-refusal-not-open = No vote is open on this motion. Open it first.
meeting-refusal-vote-closed = This motion was voted on. To change that, open the vote again with a reason.
meeting-refusal-withdrawn = This motion was withdrawn.
meeting-refusal-needs-area = This rule weighs area, which this way of voting does not know. Use a roll call or ballot boxes.
meeting-refusal-other-way = That does not go here: the vote goes another way, or the law asks for numbers.
meeting-refusal-no-voter = Nobody like that is on the roll, so no vote is noted. Check the door.
meeting-refusal-no-roll = Without a roll there is no roll call. Prepare a roll, or vote another way.
meeting-refusal-not-there-then = They were not here when the vote opened, and under this rule do not vote.
meeting-refusal-disputed = The co-owners disagree, so their unit does not count. Ask them to name one voice.
meeting-refusal-too-many-hands = { $hands } hands were counted, { $present } are present. Count again.
meeting-refusal-too-many-marks = { $marks } marks were counted, the box holds { $found } papers. Count again.
meeting-refusal-too-many-papers = The box holds { $found } papers, { $given } were given out. Count again.
meeting-refusal-marks-missing = The box holds { $found } papers, { $marks } are counted. Count the rest.
meeting-refusal-area-missing = Box { $number } holds papers counted without their area, and this rule weighs area: add up the area of each kind of paper.
meeting-refusal-too-much-area = The papers’ areas add up to { $counted }, of { $most } there are. Check the areas.
meeting-refusal-no-such-line = There is no such box or option.
meeting-refusal-nothing-counted = Nothing was counted yet. Enter the count, then close the vote.
meeting-refusal-no-outcome = A result is carried or lost. Choose one.
meeting-refusal-no-mover = Nobody was named who moves or seconds it. Type a name or a door.
meeting-refusal-ends-early = The posting would end before it begins. Check the dates.
meeting-refusal-still-open = The meeting is not closed, so its minutes cannot be final. Close it first.
meeting-refusal-not-final = The minutes are not final: just change them.
meeting-refusal-not-whole = These are not this meeting's whole minutes. Make the facilitator's edition final.

## locale/meeting/event
meeting-event-opened = the setting up of the meeting
meeting-event-arrived = { $who } checked in
meeting-event-left = { $who } checked out
meeting-event-counted-heads = { $present } people counted
meeting-event-proxy-given = proxy of { $principal } to { $holder }
meeting-event-proxy-ended = end of the proxy of { $principal }
meeting-event-excused = { $who } excused: { $reason }
meeting-event-not-excused = { $who } not excused
meeting-event-disputed = co-owners of { $who } disagree
meeting-event-voice-named = { $name } speaks for { $who }
meeting-event-started = beginning of the meeting
meeting-event-item-began = item “{ $item }” begun
meeting-event-item-done = item “{ $item }” done
meeting-event-item-skipped = item “{ $item }” skipped
meeting-event-item-moved = item “{ $item }” moved
meeting-event-item-inserted = item “{ $item }” put in
meeting-event-matters = item “{ $item }” about { $count } { $count ->
    [one] matter
   *[other] matters
}
meeting-event-no-matter = item “{ $item }” about no matter
meeting-event-paused = break
meeting-event-resumed = end of the break
meeting-event-closed = closing of the meeting
meeting-event-reopened = meeting opened again
meeting-event-noticed = notice given on { $on }
meeting-event-presiding = chair { $chair }, notes { $notes }
meeting-event-queued = { $who } in the queue
meeting-event-unqueued = { $who } out of the queue
meeting-event-unqueued-somebody = one out of the queue
meeting-event-marked-for = speaker for
meeting-event-marked-against = speaker against
meeting-event-marked-neither = speaker neither for nor against
meeting-event-speaks = { $who } speaks
meeting-event-somebody-speaks = next speaker
meeting-event-speech-ended = end of the speech
meeting-event-extended = { $seconds } more seconds to speak
meeting-event-ordered = order of speaking changed
meeting-event-raised = point “{ $text }”
meeting-event-reworded = point reworded “{ $text }”
meeting-event-noted = notes on “{ $item }”
meeting-event-moved = motion “{ $motion }”
meeting-event-sponsored = “{ $motion }” moved by { $by }
meeting-event-seconded = “{ $motion }” seconded by { $by }
meeting-event-amended = motion amended “{ $motion }”
meeting-event-withdrawn = motion “{ $motion }” withdrawn
meeting-event-put = vote opened on “{ $motion }”
meeting-event-unnoticed = day of notice cleared
meeting-event-named = meeting now “{ $title }”, held at: { $place }
meeting-event-enrolled = another roll, { $count } households
meeting-event-appointed = { $teller }: { $names }
meeting-event-nobody-appointed = { $teller }: nobody any more
meeting-event-delivered = ballot papers handed out: { $papers }
meeting-event-voted = { $who } { $choice }
meeting-event-vote-cleared = entry of { $who } cleared
meeting-event-hands = hands: { $yes } for, { $no } against, { $abstain } abstaining
meeting-event-box = count of box { $number }
meeting-event-dots = option { $number }: { $dots } dots
meeting-event-objected = objection of { $by }
meeting-event-clear = clear majority: { $outcome }
meeting-event-vote-closed = vote closed on “{ $motion }”
meeting-event-vote-reopened = vote opened again on “{ $motion }”
meeting-event-overridden = result set by hand: { $outcome }
meeting-event-worded = words in the minutes
meeting-event-worded-item = words in the minutes on “{ $item }”
meeting-event-posted = posting { $on } to { $until }
meeting-event-next-named = next meeting “{ $text }”
meeting-event-finalised = minutes final, version { $version }
meeting-event-correcting = correction of the minutes

## app/discard
discard-done = Threw away the draft of { $draft }. Ctrl-U brings it back.
discard-undone = The draft of { $draft } is back.
discard-visit-undone = The response is kept; this visit to { $door } counts no more.
discard-begun-anew = The draft of { $draft } has been begun anew since; what was typed since stays.

## app/holding
meeting-undone = Taken back: { $what }
meeting-redone = Done again: { $what }
meeting-nothing-to-undo = There is nothing left to take back.
meeting-nothing-to-redo = There is nothing to do again.
meeting-gone = There is no such meeting; perhaps it was taken back.
meeting-clock-set-back = The laptop's clock was set back: it said { $before }, now { $now }. Times spent are kept right; check the clock.
meeting-no-session = There is no such session. Choose another, or make one.
## report/minutes
minutes-title = Minutes: { $title }
minutes-public = For everyone
minutes-facilitator = For the facilitator, not to be passed on
minutes-draft = Draft, not final
minutes-correcting = Correcting version { $version }: { $reason }
minutes-final = Version { $version }, final since { $at }
minutes-final-corrects = Version { $version }, final since { $at }, corrects version { $old }: { $reason }
minutes-time = Time
minutes-from-to = { $from } to { $to }
minutes-under-way = from { $from }, not closed yet
minutes-planned = planned for { $at }, not begun
minutes-not-begun = not begun
minutes-place = Place
minutes-form = Form
minutes-rule = Rule
minutes-chair = Chair
minutes-note-taker = Note-taker
minutes-date = Date
minutes-notice = Notice given
minutes-entitled = Entitled
minutes-present = Present
minutes-by-proxy = By proxy
minutes-heads-area = { $heads }, { $area }
minutes-residents = Other residents
minutes-observers = Observing
minutes-staff = Property staff
minutes-absent = Absent
minutes-absent-named = { $heads }, with a reason: { $names }
minutes-because = { $who } ({ $reason })
minutes-not-counted = Not counted
minutes-unresolved = co-owners disagree
minutes-comma = {", "}
minutes-semicolon = {"; "}
minutes-then = { $first }, { $second }
minutes-agenda = Agenda
minutes-spent = Time taken
minutes-timing = planned { $planned }, took { $spent } ({ $behind })
minutes-reopened = Opened again
minutes-at = { $at }: { $words }
minutes-clock = Laptop clock
minutes-clock-set-back = was set back from { $before } to { $after }; times taken are right all the same
minutes-item = { $number } { $kind }: { $title }
minutes-not-posted = Brought up on the spot, not on the posted agenda
minutes-item-ahead = Not reached
minutes-item-under-way = Under way
minutes-item-skipped = Left out
minutes-item-skipped-because = Left out: { $reason }
minutes-presented = Presented
minutes-points = Points raised
minutes-said = { $speaker }: { $words }
minutes-notes = Facilitator's notes
minutes-motion = Motion { $number }: { $text }
minutes-first-text = First text
minutes-amended = Amended
minutes-amended-by = Amended by
minutes-by = { $words } ({ $by })
minutes-moved = Moved by
minutes-seconded = Seconded by
minutes-way = Way of voting
minutes-there = Present at the vote
minutes-there-by-proxy = { $there }, of these by proxy { $by_proxy }
minutes-silent = Not returned
minutes-dots-each = { $each ->
    [one] One dot each
   *[other] { $each } dots each
}
minutes-option = Option
minutes-dots = Dots
minutes-box = Box
minutes-given = Given
minutes-found = Found
minutes-objection = Firm objection
minutes-vote-reopened = Vote opened again
minutes-result = Result
minutes-not-put = not put to the vote
minutes-withdrawn = withdrawn
minutes-withdrawn-because = withdrawn: { $reason }
minutes-vote-open = the vote is open
minutes-sounded = a sounding, nothing decided
minutes-overridden = set by the chair: { $outcome }. Reason: { $reason }
minutes-computed = Under the rule
minutes-clear = { $outcome }, an obvious majority, not counted
minutes-joined = Other result
minutes-named = By name: { $choice }
minutes-spoken-for = { $who } (by { $proxy })
minutes-pledges = Pledges
minutes-giver = Giver
minutes-pledged = Pledged
minutes-received = Received
minutes-sum = Money in all
minutes-money-sum = pledged { $pledged }, received { $received }
minutes-labour = Labour in all
minutes-hours = { $hours } h
minutes-refunded = refunded { $amount }
minutes-pledge-withdrawn = withdrawn
minutes-match = Match
minutes-grant = Granted
minutes-granted = { $from } { $sum }
minutes-granted-times = { $from } { $sum }, { $times } times the own share of { $own }, { $both } in all
minutes-claims = Claims
minutes-claimed = { $part }: { $partner }
minutes-unclaimed = { $part }: nobody yet
minutes-delivered = delivered
minutes-released = given up
minutes-dropped = dropped
minutes-fund = Fund
minutes-left = Left
minutes-left-of = { $left } of { $total }
minutes-action = Action
minutes-actions = Actions
minutes-earlier = Follow-up of earlier actions
minutes-besides = Also agreed
minutes-what = What
minutes-who = Who
minutes-due = By
minutes-state = State
minutes-end = Other
minutes-remarks = Remarks
minutes-next = Next meeting
minutes-sheet-attached = The sign-in sheet is attached.
minutes-sheet-title = Sign-in sheet: { $title }
minutes-number = No.
minutes-name = Name
minutes-door = Door
minutes-area = Area (m²)
minutes-signature = Signature
minutes-proxy-signature = Proxy signs
minutes-capacity = As
minutes-on-roll = on the roll
minutes-came = Came
minutes-left-at = Left
minutes-proxies = Proxies
minutes-voice = { $name } (voice: { $voice })
minutes-stood-by = by { $name }
minutes-stands-for = for { $names }
posting-title = Posting of results: { $title }
posting-period = Period
posting-held = Meeting held
posting-matter = Matter { $number }: { $text }
posting-heads = Heads
posting-area = Area
posting-figures = { $all } in all; taking part { $part }, { $part_share }; consenting { $yes }, { $yes_share } of these
posting-nothing = This meeting decided nothing by vote.
posting-objections = Objections
posting-object = Whoever objects does so by { $until }. How: { $how }
posting-by = Posted by

## ui/screens/live
live-motion = motion
live-motion-hint = What is put to the vote. It was not posted; the minutes will say so.
key-speaking-order = order of speaking
key-unqueue = out of the queue
key-move-motion = move a motion
live-paused = break
live-not-begun = not begun
live-on-time = on time
live-behind = { $by } behind
live-ahead = { $by } ahead
live-minutes = { $count } min
live-skipped = left out
live-skipped-because = left out: { $reason }
live-not-posted = not on the posted agenda
live-presence = entitled { $entitled } · present { $present } · of these by proxy { $proxies }
live-there = present { $present }
live-quorum-heads = enough heads
live-quorum-area = enough area
live-clock-set-back = the laptop's clock was set back; the meeting's clocks went on
live-is-closed = The meeting is closed. F9 shows the minutes.
live-to-begin = Not begun yet. → begins with the first item.
live-all-done = All items are done. Ctrl-S closes the meeting.
live-nobody-speaks = Nobody is speaking.
live-speaking = speaking
live-first-time = first time
live-nobody-waits = Nobody waits. Tab puts somebody in the queue.
live-waiting = waiting
live-motions = motions { $done }/{ $of }
live-vote-open = voting now
live-vote-next = next
live-next = next
live-no-next = This is the last item.
live-who-speaks = Who wants to speak? Door or name; + or - at the end says for or against
live-notes-hint = Notes for yourself; they stay out of the public minutes
live-task-what = what
live-task-who = who
live-task-due = by when
live-task-due-hint = A day: 11-20, +7, tomorrow. May stay blank.
live-reword = reword
live-point = point
live-insert = new item
live-no-points = No points raised yet. Enter notes one.
live-assigned = Assigned: { $what } · { $who } { $by }
live-inserted = Put in. It was not on the posted agenda; the minutes will say so.
live-speaker-new = Not on the list. Enter puts this name in the queue.
live-no-motion = No motion on this item. Ctrl-N moves one.
live-closed = The meeting is closed.
live-matter = matter
live-matter-key = Tab picks one
live-inserted-for = Put in; not posted, as the minutes will say. For the matter “{ $matter }”.
live-no-matters = No matter is open. Esc, then Ctrl-K for matters: Ctrl-N raises one.
live-matters-of = Matters “{ $item }” is about (Enter gives or takes away)
live-matter-given = Now about the matter “{ $matter }”. Votes, pledges and tasks of this item will show in its thread.
live-matter-taken = No longer about the matter “{ $matter }”.
matter-pick-none = none
key-next-speaker = next speaker
key-point = note point
key-queue = queue
key-next-item = next item
key-vote = vote
key-work = pledges
key-assign = assign
key-hall = hall
key-previous-item = item before
key-point-before = point before
key-point-after = point after
key-speaks-for = speaks for
key-speaks-against = speaks against
key-more-time = one minute more
key-break = break
key-check-in = check in
key-agenda = agenda
key-minutes = minutes
key-item-notes = own notes
key-close-meeting = close the meeting
key-go-item = go to item
key-skip-item = leave out
key-move-item-up = move up
key-move-item-down = move down
key-insert-item = put one in
key-to-matter = see its matter
key-item-matter = its matter
key-for-matter = for a matter

## ui/screens/hall
hall-break = Break
hall-closed = The meeting is closed. Thank you all.
hall-present = present
hall-present-of = present of those entitled
hall-voting = We are voting.
hall-for-against = for : against   { $outcome }
hall-so-far = for : against so far
hall-pledged = yuan pledged
hall-pledged-of = yuan pledged of { $target }
key-leave-hall = back
## cli/minutes
cli-minutes = Print the minutes of a meeting, its sign-in sheet or its posting
cli-minutes-meeting = The meeting: its id, title, or words and a date only one meeting has; the latest when left out
cli-minutes-facilitator = The facilitator's print: timings, notes, who voted how
cli-minutes-format = `text`, `markdown` or `json`
cli-minutes-sheet = The sign-in sheet instead: `blank` to sign, or `filled`; without either, filled once somebody came
cli-minutes-posting = The posting of results instead
cli-minutes-of-version = This final version
cli-minutes-width = Columns of a line of text, 40 to 240
minutes-no-meetings = There is no meeting yet. Start the program and open one from an agenda.
minutes-no-meeting = This meeting was taken back.
minutes-meeting-unknown = No meeting is called "{ $name }". There are: { $known }
minutes-meeting-many = More than one meeting answers to "{ $name }". Say more: { $found }
minutes-json-whole = JSON holds the whole minutes, the sign-in sheet too. Leave out `--sheet` or `--posting`.
minutes-never-final = These minutes were never made final, so there is no version { $version }. Leave out `--version` to print the draft.
minutes-no-version = There is no version { $version }. Final are: { $versions }

## ui/screens/minutes
key-minutes-write = write
key-minutes-place = next place
key-minutes-place-before = place before
key-minutes-print = print
key-minutes-final = final
key-minutes-posting = posting
key-minutes-version-before = version before
key-minutes-version-after = version after
key-minutes-beside = side by side
key-minutes-page = back to the page
key-minutes-pair = other pair
minutes-beside-nothing = (nothing)
minutes-beside-changes = { $count ->
    [one] One difference, marked with *
   *[other] { $count } differences, marked with *
}
key-minutes-keep = written
minutes-blank = (press Enter to write)
minutes-read-only = This is to read only. To change it, press F9 to correct.
minutes-close-first = The meeting is not closed. Close it, then make the minutes final.
minutes-finalise = Make final
minutes-finalise-ready = Final minutes are read-only; a change becomes a new version.
minutes-finalise-blank = { $count ->
    [one] One item has no words yet.
   *[other] { $count } items have no words yet.
} Final minutes are read-only; a change becomes a new version.
minutes-finalise-how = F9 or Enter again makes them final, Esc does not.
minutes-finalised = Final: version { $version }.
minutes-correct = Correct final minutes
minutes-correct-why = Why
minutes-correct-hint = such as: a household was left out
minutes-correct-missing = Please say why.
minutes-correcting-now = Change what is wrong, then F9 makes a new version.
minutes-write-presented = What was presented
minutes-write-remarks = Remarks
minutes-write-next = Next meeting: when and where
minutes-write-hint = Write here; Enter begins a new line
minutes-posting = Posting
minutes-posting-on = From
minutes-posting-until = Until
minutes-posting-objections = How to object
minutes-posting-objections-hint = such as: at the community office
minutes-posting-done = Enter keeps it and shows the posting
minutes-posting-kept = The days of the posting are kept.
minutes-print-facilitator = Facilitator's
minutes-print-public = Public
minutes-print-posting = Posting
minutes-print-sheet = Sign-in sheet
minutes-version = version { $version }
minutes-working = at work
minutes-status-draft = draft
minutes-status-correcting = being corrected
minutes-status-final = version { $version }, final
minutes-saved = Saved { $path }.txt and .md
minutes-not-saved = Could not be saved in { $dir }: { $why }. Is there room on the disk?
## ui/screens/meetings, new_meeting
key-meetings = meetings
key-new-meeting = new meeting
key-set-up = set up
home-group-meetings = Meetings
home-group-meeting = Meeting on
home-meetings-only = { $meetings ->
    [0] no meeting yet
    [one] 1 meeting
   *[other] { $meetings } meetings
}
home-meetings = { $agendas ->
    [one] 1 agenda
   *[other] { $agendas } agendas
}   { $meetings ->
    [0] no meeting yet
    [one] 1 meeting
   *[other] { $meetings } meetings
}
meetings-title = Meetings
meetings-status = { $count ->
    [one] 1 meeting
   *[other] { $count } meetings
}
meetings-when = when
meetings-name = name
meetings-stage = stage
meetings-kind = kind
meetings-place = place
meetings-chair = chair
meetings-set-up = set up
meetings-under-way = under way
meetings-paused = in a break
meetings-closed = closed
meetings-final = minutes final
meetings-bad-agenda = agenda with faults
meetings-bad-count = ✗ { $count ->
    [one] 1 fault
   *[other] { $count } faults
}
meetings-none = No meeting yet. Press Enter or Ctrl-N, choose an agenda, say when and where: then people check in and it begins.
meetings-folder = Agendas of your own go into { $dir }
meetings-detail = entitled { $entitled }   present { $present } ({ $proxy } by proxy)   carried { $carried } of { $motions }
meetings-detail-no-roll = present { $present }   carried { $carried } of { $motions }
meetings-reloaded = Agendas read anew: { $all }, { $bad } with faults
newmeeting-title = New meeting
newmeeting-no-agenda = There is no agenda to hold a meeting by. F7 lists those with faults.
newmeeting-agenda = Agenda
newmeeting-agenda-items = { $items ->
    [one] 1 item
   *[other] { $items } items
}
newmeeting-agenda-own = your own
newmeeting-session = Session
newmeeting-new-session = a new one ({ $kind })
newmeeting-name = Name
newmeeting-date = Date
newmeeting-time = Time
newmeeting-place = Place
newmeeting-chair = Chair
newmeeting-note-taker = Note-taker
newmeeting-notice = Notice posted on
newmeeting-notice-none = not posted
newmeeting-roll = Roll
newmeeting-roll-agenda = of the agenda, { $heads ->
    [one] 1 head
   *[other] { $heads } heads
}
newmeeting-roll-none = none, heads are counted
newmeeting-roll-file = from a CSV file
newmeeting-roll-read = CSV file, { $heads ->
    [one] 1 head
   *[other] { $heads } heads
} { $area }
newmeeting-file = CSV file
newmeeting-file-none = blank for none
newmeeting-agenda-hint = Left and Right change it. { $rule }
newmeeting-session-hint = Left and Right choose a session there is, or a new one. Responses and the meeting belong to it.
newmeeting-name-hint = What people call it, such as “9th courtyard meeting”.
newmeeting-roll-hint = The roll says who is entitled and with which area: columns owner, building, entrance, household, area.
newmeeting-file-hint = Where the file is; it can be dragged here. The area is the first there is of registry, survey, contract.
newmeeting-row = Row { $row }: { $what }
newmeeting-near = Did you mean “{ $near }”?
newmeeting-file-unreadable = Cannot be opened: { $why }
newmeeting-file-encoding = Not UTF-8 from line { $line } on. Save it as “CSV UTF-8” in the spreadsheet program.
newmeeting-file-no-table = Line { $line } is no line of a table. Save it as CSV.
newmeeting-file-empty = Nobody stands in the table.
newmeeting-file-missing = Say where the CSV file is, or choose another roll.
newmeeting-file-faults = { $count ->
    [one] 1 row has
   *[other] { $count } rows have
} an error, nothing was taken. F7 shows which.
newmeeting-file-warned = { $heads ->
    [one] 1 head
   *[other] { $heads } heads
} { $area } read; { $count ->
    [one] 1 row
   *[other] { $count } rows
} to look at (F7)
newmeeting-file-sound = { $heads ->
    [one] 1 head
   *[other] { $heads } heads
} { $area } read
lobby-roll-other = Another roll
lobby-roll-other-hint = ← → choose. It takes the place of the whole roll; Ctrl-Z takes that back. Not once somebody has checked in.
lobby-roll-households = households of the roll
lobby-roll-settled = settled: { $n } checked in
lobby-roll-settled-hint = Another roll would lose check-ins. Take them back with Ctrl-Z first, or set up another meeting.
lobby-enrolled = Another roll: { $count } { $count ->
    [one] voter
   *[other] voters
}. Ctrl-Z takes it back.
lobby-enrolled-without = Another roll: { $count } { $count ->
    [one] voter
   *[other] voters
}. { $gone } { $gone ->
    [one] proxy or excuse is
   *[other] proxies and excuses are
} of nobody on it and went; Ctrl-Z takes it back.
lobby-roll-file = Its file
lobby-roll-as-it-is = stays as it is
lobby-roll-hint = Where the CSV file is; - for no roll. Blank when it stays as it is.
lobby-roll-faults = { $count ->
    [one] One row is wrong and the roll is as it was. It is: { $first }
   *[other] { $count } rows are wrong and the roll is as it was. The first: { $first }
}
newmeeting-faults-title = Faults in the roll { $file }
newmeeting-faults-errors = { $count ->
    [one] This row has
   *[other] These { $count } rows have
} an error; mend the file and press Ctrl-R. Nothing was taken.
newmeeting-faults-warnings = These count; please look at them
lobby-notice-source-owners = Property Management Regulations art. 14 ask for { $asked }
lobby-notice-source-agenda = this agenda asks for { $asked }
lobby-notice-given = posted { $on }, { $days } before
lobby-notice-after = posted { $on }, after the meeting
lobby-notice-not-asked = no days of notice are asked for
lobby-notice-missing = no day of notice is noted: { $source }, so { $latest } at the latest
lobby-notice-short = { $given }: too late. { $source }, so { $latest } at the latest
lobby-notice-exact = { $given }: just enough. { $source }; whether the day of the meeting counts is disputed, a day earlier is safer
lobby-notice-ample = { $given }: in time. { $source }

## ui/screens/lobby
key-begin-meeting = begin
key-roles = change set-up
key-item-up = item up
key-item-down = item down
key-all-facts = all there is
lobby-title-of = Before: { $title }
lobby-status = entitled { $entitled }   present { $present }
lobby-status-no-roll = present { $present }
lobby-agenda = { $count ->
    [one] 1 item
   *[other] { $count } items
}   { $minutes } min   { $from } to { $to }
lobby-more-facts = { $count ->
    [one] 1 line
   *[other] { $count } lines
} more: Tab
lobby-kind = kind
lobby-title = item
lobby-minutes = min
lobby-at = at
lobby-skipped = left out
lobby-not-posted = added
lobby-notice = Notice
lobby-roll = Roll
lobby-rule = Rule
lobby-presiding = Chair
lobby-settings = Agreed
lobby-print = Print
lobby-between = {", "}
lobby-no-roll = none: heads are counted
lobby-entitled = { $heads ->
    [one] 1 head
   *[other] { $heads } heads
} entitled
lobby-area-registry = registry
lobby-area-survey = survey
lobby-area-contract = contract
lobby-area-from = areas from { $sources }
lobby-co-owned = { $count } co-owned
lobby-disputed = { $count } of them disputed and not counted
lobby-here = { $people } checked in
lobby-other-rule = { $source }: { $count ->
    [one] 1 motion
   *[other] { $count } motions
}
lobby-presiding-words = { $chair }, notes { $notes }, { $when }, { $place }
lobby-abstain-in = abstaining takes part
lobby-abstain-out = abstaining takes no part
lobby-spoiled-in = spoiled takes part
lobby-spoiled-out = spoiled takes no part
lobby-silent-joins = ballots not returned join the majority by { $source }, both results are shown
lobby-parking-in = parking counts
lobby-parking-out = parking does not count
lobby-proxies = at most { $limit } principals a proxy
lobby-staff-in = property staff may hold proxies
lobby-staff-out = property staff may hold none
lobby-speaking = { $time } a speaker
lobby-first-time-first = who has not spoken comes first
lobby-seconded = motions are moved and seconded
lobby-print-list = the sign-in sheet can be printed now: press Ctrl-X
lobby-lacks-roll = The rule counts the whole roll, by heads or area, and there is none: nothing can be computed. Set the meeting up anew with one.
lobby-lacks-area = { $count ->
    [one] 1 voter has
   *[other] { $count } voters have
} no area and count as 0. Check the roll.
lobby-lacks-way = “{ $motion }” weighs area, { $way } knows none{ $count ->
    [1] .
   *[other] ; { $count } motions are like it.
} Use a roll call or ballot boxes.
lobby-lacks-posting = “{ $motion }” was not on the posted agenda{ $count ->
    [1] , which is noted.
   *[other] ; { $count } motions were not, which is noted.
}
lobby-lacks-chair = Nobody is named to preside (F6).
lobby-lacks-note-taker = Nobody is named to take notes (F6).
lobby-noted = Noted
lobby-roles = Change what was set up
lobby-item-new = Add an item
lobby-item-kind = Kind
lobby-item-kind-hint = Left and Right change it. To decide, the item's words are put to the vote; they can still be changed before it.
lobby-item-title = Item
lobby-item-title-hint = Put in after the item the cursor is on, marked as not on the posted agenda.
lobby-item-minutes = Minutes

## ui/screens/check_in
key-check-out = check out
key-walk-in = walk-in
key-proxy = proxy
key-excuse = excuse
key-voice = voice of co-owners
key-count-heads = count heads
## ui/screens/vote, ui/screens/result
key-vote-say = voice
key-vote-unsay = take back
key-vote-next = next to speak
key-vote-search = find
key-vote-missing = missing
key-vote-close = close vote
key-vote-deliver = paper handed out
key-vote-deliver-all = papers handed out to all
key-vote-column-left = column to the left
key-vote-column-right = column to the right
key-vote-put = put to the vote
key-vote-way = other way
key-vote-way-before = way before
key-vote-amend = amend
key-vote-sponsor = mover
key-vote-second = seconder
key-vote-withdraw = withdraw
key-vote-tellers = who counts
key-vote-clear-for = clear yes
key-vote-clear-against = clear no
key-vote-consent = no more objections
key-vote-object = note objection
key-vote-found = go there
key-result-next = next vote
key-vote-reopen = reopen
key-vote-override = override
vote-now = now
vote-nothing-yet = nothing counted yet
vote-dots-each = { $each } dots each; they show what people like and decide nothing
vote-now-joined = with the majority: { $outcome }
vote-waiting = not yet
vote-narrowed = only those who have not spoken (F7 for all)
vote-line-missing = Please write something here
vote-ask-text = Amended to
vote-ask-text-by = Proposed by
vote-ask-mover = Moved by
vote-ask-seconder = Seconded by
vote-ask-withdrawal = Why withdrawn
vote-ask-objector = Who firmly objects
vote-ask-objection = Why { $who } objects
vote-ask-reopening = Why it is opened again
vote-ask-override = Set to "{ $outcome }" (Up Down for others), because
vote-hint-may-be-empty = may be left empty
vote-hint-name = name
vote-hint-names = names with commas between them; may stay empty
vote-teller = { $teller }: { $names }
vote-no-teller = Nobody is named yet to watch, call out and count
vote-no-scrutineer = No scrutineer yet. Owners are told who watches the count before papers are given out: press F4
vote-hint-objection = such as: too close to the windows
vote-hint-reopening = such as: one household was missed
vote-hint-override = such as: entered wrongly, the caller's sheet holds
vote-search = door or name
vote-nobody-missing = everybody has spoken
vote-voice = { $name } ({ $voice } speaks)
vote-disputed = disputed
vote-disputed-long = co-owners disagree: let them name one voice first
vote-not-there = absent
vote-not-there-may = absent, may hand in a ballot
vote-not-there-long = not there when the vote opened, cannot vote
vote-was-there = present
vote-by-proxy = by { $name }
vote-by-proxy-there = proxy { $name }, present
vote-by-proxy-away = proxy { $name }, who is away
vote-delivered = has paper
vote-units = { $count } units
vote-co-owners = with { $names }
vote-all-delivered = Ballot papers are noted as handed out to the whole roll
vote-unreadable = not a number
vote-too-many-papers = { $count } over given
vote-too-many-marks = { $count } over found
vote-too-many-dots = { $count } dots too many, count again
vote-too-many-hands = { $count } hands too many, count again
vote-dots-sum-only = { $sum } dots
vote-dots-sum = { $sum } dots, { $most } at most
vote-hands-sum-alone = { $sum } hands
vote-hands-sum = { $sum } hands, { $present } present, { $rest } did not raise a hand
vote-box = Box
vote-areas = m²
vote-box-open = not counted
vote-marks-missing = { $count } uncounted
vote-area-missing = no area
vote-too-much-area = { $area } too much
vote-sum = Sum
vote-not-back = { $count } not back
vote-given = given
vote-found = found
vote-there = { $present } present
vote-there-of = { $present } of { $entitled } present
vote-there-proxies = { $words }, { $proxies } of them by proxy
vote-there-area = { $words }; area { $present } of { $entitled }
vote-way = Way of voting
vote-version = Version { $number }
vote-version-by = Version { $number }, proposed by { $by }
vote-version-before = Before: { $text }
vote-nobody-yet = nobody yet
vote-moved-seconded = Moved by { $mover }   Seconded by { $seconder }
vote-not-posted = Not on the posted agenda; result and minutes will say so
vote-way-boxes = { $way }, { $count ->
    [one] { $count } box
   *[other] { $count } boxes
}
vote-way-dots = { $way }, { $count ->
    [one] { $count } option
   *[other] { $count } options
}
vote-building = Building { $building }
vote-no-motion = This motion is gone; perhaps moving it was taken back.
vote-not-agreed = Some figures do not agree ({ $fault }). Put them right, then close.
vote-any-objection = Does anybody firmly object?
vote-no-objection = Nobody has objected. Enter closes when nobody does; F6 notes who objects and why.
vote-somebody = Somebody
vote-objection = { $number }. { $who }: { $reason }
vote-withdrawn = This motion was withdrawn.
vote-withdrawn-because = This motion was withdrawn: { $reason }
vote-closed = This vote is closed.
vote-title = Vote
vote-title-of = Vote { $at }/{ $of }   { $meeting }
vote-status = { $way }   opened { $time }
result-dots = { $option }: { $count ->
    [one] { $count } dot
   *[other] { $count } dots
}
result-dots-decide-nothing = Dots show what people like; they decide nothing
result-opening-discussion = This is what the discussion came to. The matter: { $text }
result-opening = The result of the vote. The matter: { $text }
result-turnout-present = By { $way }: { $present } present, { $part } took part
result-turnout-roll = By { $way }: { $entitled } on the roll, { $part } took part
result-turnout = By { $way }: { $entitled } on the roll, { $present } present, { $part } took part
result-figure = { $heads } { $choice }
result-figures = { $first }, { $second }
result-said = { $figures }
result-said-silent = { $figures }, { $silent } did not come back
result-area = Of { $entitled } in all { $part } took part, { $part_share }; { $yes } were for, { $yes_share } of those
result-no-objection = { $present } present, asked whether anybody firmly objects: nobody does
result-objections = { $present } present, asked whether anybody firmly objects: { $count }
result-clear-for = By show of hands, an obvious majority for, not counted
result-clear-against = By show of hands, an obvious majority against, not counted
result-rule = Under { $rule }
result-outcome-discussion = The discussion's outcome: { $outcome }
result-outcome = The result: { $outcome }
result-joined = { $why }; the result so: { $outcome }
result-overridden = The chair set the outcome to "{ $outcome }", because: { $reason }. By the figures it is "{ $computed }"
result-set = The chair set "{ $outcome }", because: { $reason }
result-more = { $rows } more lines, Down
result-joined-tests = With the majority:
result-reopened = Opened again at { $time }: { $reason }
result-by-hand = set by hand; by the figures "{ $computed }"
result-title = Result
result-title-of = Result { $at }/{ $of }   { $meeting }
result-status = { $way }   closed { $time }
checkin-title = Check-in: { $title }
checkin-found = { $shown } / { $all }
checkin-entitled = entitled { $heads }  { $area }
checkin-present = present { $heads }  { $area }
checkin-present-plain = present { $people }
checkin-by-proxy = { $count } by proxy
checkin-search = door (3-2-501, 32501, 501) or name; Enter checks in
checkin-search-plain = no roll: a name and Enter notes who came, F9 counts heads
checkin-door = door
checkin-name = name
checkin-state = state
checkin-area = m²
checkin-came = came { $time }
checkin-left = left { $time }
checkin-by = by proxy: { $who }
checkin-by-absent = proxy held by { $who }
checkin-excused = excused: { $reason }
checkin-disputed = co-owners disagree, not counted
checkin-voice = voice: { $who }
checkin-nobody = Nobody found. Enter notes a walk-in.
checkin-nobody-known = Nobody yet. A name and Enter notes who came, F9 counts heads.
checkin-ask-holder = { $who } gave a written proxy to whom? Enter notes it, Esc drops it
checkin-ask-excuse = Why is { $who } absent? Blank takes the excuse back
checkin-ask-voice = Who speaks for the co-owners of { $who }?
checkin-ask-count = How many are there in all?
checkin-ask-walk-in = Who came?
checkin-capacity = As
checkin-door-blank = blank when not known
checkin-door-hint = 3-2-501, or just 501
checkin-resident-hint = May speak; without a written proxy counts for no owner. Where there is no roll, one head.
checkin-observer-hint = Neither entitled nor voting.
checkin-staff-hint = Property staff do not vote, and hold no proxy unless the agenda says so.

## followup: pledges, claims, funds, actions
key-record = record
key-received = received
key-part-received = part received
key-anonymous = anonymous
key-in-hand = in hand
key-granted = grant
key-refunded = refund
key-withdrawn = withdraw
key-claim = claim
key-delivered = delivered
key-released = release
key-other-part = another part
key-allocate = allocate
key-new-allocation = new allocation
key-source = source
key-spent = spend
key-give-up = give up
key-done = done
key-checked = close out
key-new-action = new action
key-which-actions = which ones
key-which-actions-before = the ones before
key-drop = drop
key-reopen = reopen
key-done-or-checked = done or close out
key-actions = actions
followup-no-item = This meeting has no such item; its agenda may have changed.
followup-nothing-to-undo = There is nothing to take back here.
followup-undone = Taken back: { $what }
pledges-title = Pledges  { $item }  { $meeting }
pledges-status = { $count ->
    [one] 1 pledge
   *[other] { $count } pledges
}  received { $held }
pledges-new = A pledge
pledges-change = Change: { $what }
pledges-part = How much came in: { $what }
pledges-refund = Refund: { $what }
pledges-withdraw = Withdraw: { $what }
pledges-grant = A grant, own share { $own }
pledges-grant-withdraw = Withdraw the grant
pledges-name = Name
pledges-gift = Gift
pledges-door = Door
pledges-door-form = 3-1-201
pledges-amount = How much
pledges-reason = Reason
pledges-grant-from = Granted by
pledges-hint = Such as 500, 2 sofas, 3h. The door may be left empty (Tab).
pledges-offer = Tab fills in { $who }
pledges-read-as = Read as: { $gift }
pledges-part-hint = How much came in this time.
pledges-reason-hint = Without a reason the grey words are recorded.
pledges-grant-hint = To withdraw this grant, press F4.
pledges-grant-rule = The rule gives { $low } to { $high }
pledges-grant-rule-one = The rule gives { $low }
pledges-grant-ratio = Ratio { $ratio }, within the rule
pledges-grant-outside = Ratio { $ratio }, outside the rule. { $rule }
pledges-refund-usual = asked for it back
pledges-withdraw-usual = withdrawn by the giver
pledges-grant-withdraw-usual = withdrawn by the granting office
pledges-gift-empty = Say what is given, such as 500, 2 sofas or 3h.
pledges-gift-how-many = Say how many, such as 2 sofas.
pledges-gift-not-positive = It must be more than nothing.
pledges-gift-too-many = That is too many; check the number of digits.
pledges-gift-whole-hours = Work is recorded in whole hours, such as 3h.
pledges-none-selected = Choose a pledge with the arrow keys first.
pledges-all-in = { $what }: all of it came in already.
pledges-did-receive = { $what }, received
pledges-did-withdraw = { $what }, withdrawn
pledges-did-grant = grant of { $sum }
pledges-anonymous = anonymous
pledges-in-hand = in hand
pledges-money = Money
pledges-things = In kind
pledges-match = Match rule
pledges-grant-label = Granted
pledges-target = Target
pledges-capped = { " " }(at the cap)
pledges-granted = { $from } { $sum }, ratio { $ratio }, total { $total }
pledges-not-granted = nothing yet
pledges-missing = { $share } pledged, { $missing } missing
pledges-reached = { $share } pledged, target reached
pledges-giver = Giver
pledges-received = Received
pledges-refunded = Refunded
pledges-state = State
pledges-hours = { $hours } h
pledges-sum = pledged { $pledged }, received { $received }
pledges-sum-refunded = , refunded { $refunded }
pledges-things-in = { $things } (all in)
pledges-things-partly = { $things } ({ $held } in)
pledges-none = No pledges yet. Type a name and a gift above, then press Enter.
claims-title = Claims  { $item }  { $meeting }
claims-word = Claims
claims-title-plain = { $item }  { $meeting }
claims-status = { $parts ->
    [one] 1 part
   *[other] { $parts } parts
}  claimed { $claimed }  delivered { $delivered }
claims-none-selected = Choose a row with the arrow keys first.
claims-none = Nothing to claim here yet. Press Ctrl-N to add a part.
claims-claim = Claim: { $part }
claims-other = Claim another part
claims-release = Release: { $what }
claims-release-usual = the partner withdrew
claims-did-deliver = { $what }, delivered
claims-part = Part
claims-partner = Partner
claims-promise = Promise
claims-promise-form = what, and by when
claims-cost = Cost
claims-hint = Say who takes it over, press Enter, then what they promise, if anything.
claims-open = on offer
claims-shared = { $count } together
fund-gone = There is no such fund; it may have been taken back.
fund-title = Fund  { $title }
fund-status = { $left } to allocate
fund-set-up = { $title } set up with { $sum }
fund-none-selected = Choose an allocation with the arrow keys first.
fund-new-source = A source
fund-allocate = A new allocation
fund-spend = Spend: { $what }
fund-spend-hint = Say how much was paid, press Enter, then to whom and what for, if you like.
fund-drop = Give up: { $what }
fund-drop-usual = agreed not to do it
fund-from = Who gave
fund-purpose = For
fund-note = Note
fund-note-form = to whom, what for
fund-amount-hint = Such as 20000 or 1200.50.
fund-can = { $left } can be allocated
fund-source = Source
fund-allocation = Allocation
fund-planned = Proposed
fund-what = What
fund-amount = Amount
fund-spent = Spent
fund-dropped = given up
fund-used-up = all spent
fund-left-of = { $left } left
fund-press-enter = press Enter
fund-empty = Not set up yet. Enter sets it up as the agenda plans.
fund-sums = Total { $total }, allocated { $allocated }, left { $left }
fund-sums-spent = spent { $spent }, in hand { $hand }
actions-title-open = Actions  not closed out
actions-title-mine = Actions  of { $who }
actions-title-all = Actions  all
actions-status = { $open } open  { $overdue } overdue
actions-find = Find
actions-find-hint = type a name or a thing
actions-none = Nothing to do. Press Ctrl-N for a new action.
actions-none-mine = Nothing of yours. Tab shows others.
actions-none-selected = Choose an action with the arrow keys first.
actions-not-done = It is not done yet; press F5 when it is.
actions-is-open = It is open already.
actions-not-open = It is done or dropped. To change it, press F7 to reopen it.
actions-new = A new action
actions-done = Done: { $what }
actions-check = Close out: { $what }
actions-reopen = Reopen: { $what }
actions-reopen-usual = not done after all
actions-drop = Drop: { $what }
actions-drop-usual = no longer needed
actions-what = What
actions-who = Who
actions-due = By
actions-due-form = may be empty
actions-due-hint = By when: 11-30, today, +7, or nothing.
actions-due-read = By { $due }
actions-by = Done by
actions-checked-by = Checked by
actions-note = Note
actions-by-hint = Without a name the grey one is recorded; the note may be empty.
actions-overdue = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
actions-today = due today
actions-from = From
actions-from-meeting = { $at } { $meeting } · { $item }
actions-from-nowhere = { $at } recorded by { $who }
actions-story-done = { $on } done by { $by }
actions-story-checked = { $on } checked by { $by }, closed out
actions-story-dropped = { $on } dropped: { $reason }
home-group-actions = Actions
home-actions-all = what was agreed, until somebody has checked it
home-actions = { $count } open
home-actions-overdue = { $count } overdue

## place
place-unknown = This household or member is not on the roll any more. Go back and look again.
place-nameless = A household needs a door number and a member needs a name.
place-door-taken = Another household on the roll has this door already. Open that one, or correct the door.
place-no-reason = Say in a few words why it leaves the roll.
place-import-none = There is no import of households to take back.
place-import-touched = The import of { $at } stays: { $n } of its households { $n ->
    [one] was
   *[other] were
} changed, taken back or removed since. Change the roll household by household.
place-import-visited = The import of { $at } stays: somebody has been to { $n } of its households. Remove them one by one.
place-import-of = { $file } taken in { $at }: { $new } new, { $changed } changed
place-import-of-by = { $file } taken in { $at } by { $by }: { $new } new, { $changed } changed
place-import-nameless = a table

## visit
visit-unknown = This round is not there any more. Go back and look again.
visit-over = This round is over. Open a new one, or take its end back with Ctrl-Z.
visit-untitled = Give the round a name.
visit-no-doors = Choose at least one door for the round.
visit-not-in-round = This door is not in the round.
visit-no-visitor = Say who went.

## matter
matter-unknown = This matter is not there any more. Go back and look again.
matter-exists = This matter is there already.
matter-untitled = Say in a few words what the matter is.
matter-merged = This matter was merged into another. Open that one.
matter-merged-into-itself = A matter cannot be merged into itself.
matter-no-reason = Say in a few words why the matter is dropped.

## service
service-unknown = This duty is not there any more. Go back and look again.
service-nameless = Say what is done and who does it.
service-no-interval = Say every how many days, at least 1.
service-no-reason = Say in a few words why the duty ends.
## report/document
report-public = For everyone
report-office = For the office, not to be passed on
report-facilitator = For the facilitator, not to be passed on

## report: summary, series

report-withheld = not shown
report-withheld-why = "{ $withheld }" stands for a number of fewer than { $least }, or for one by which such a number could be worked out: nobody is to be found in a public report.
report-marked-left-out = Questions that tell of people are left out: { $count }.
report-sensitive-left-out = Left out because they are sensitive: { $count }. The facilitator's edition has them.
report-follows-from-withheld = Not told: how many were asked follows from a figure that is withheld.
report-fewer-than = fewer than { $least }
report-too-few = Fewer than { $least } responses are counted here. A public report does not tell them apart: choose a wider filter.
report-one-surveyor = one surveyor
report-ranked-first = How often it came first
report-choice = Choice
report-mean-place = Mean place
report-texts-left-out = Answers in words are not in a public report.
report-counts-left-out = None of its counts is shown.
report-answered = answered { $count }
report-silent = no answer { $count }
report-not-asked = not asked { $count }
report-least-greatest = least and greatest
report-said-times = said { $times } times
report-no-answer = no answer
report-answers = Answers
report-summary-title = { $title }: summary
report-base-responses = Responses counted
report-base-days = Begun on
report-base-version = Version of the survey
report-key-responses = responses
report-key-doors = households
report-key-sessions = sessions
report-key-kinds = kinds of session
report-occasions = By kind of session
report-sessions = Sessions
report-responses = Responses
report-people = People
report-series-title = Sessions held
report-series-said = { $sessions } sessions of { $kinds } kinds, { $responses }
report-series-none = No session has been recorded yet.
report-series-when = One after the other
report-series-withheld = responses { $withheld }

## report: kinds, forms, meetings, ledger

report-name-summary = Survey summary
report-name-poster = Poster of results
report-name-form = Survey on paper
report-name-response = One response
report-name-series = Sessions held
report-name-minutes = Minutes
report-name-sign-in = Sign-in sheet, blank
report-name-sign-in-filled = Sign-in sheet, filled
report-name-posting = Posting of results
report-name-ballots = Paper ballots
report-name-results = Vote result sheet
report-name-fund = Pledges and funds
report-name-actions = Actions
report-name-route = Visit route
report-name-coverage = Coverage of visits
report-name-matters = List of matters
report-name-matter = Thread of a matter
report-form-door = Building, entrance, household
report-form-surveyor = Surveyor
report-form-day = Day
report-form-more-blocks = If this is not enough, go on with another sheet.
report-form-block = { $name } ({ $number })
report-form-only = Only if { $when }
report-form-hangs = Whether it is filled hangs on { $questions }
report-form-formula = Only if: { $formula }
report-form-several = Tick all that apply
report-form-rank = Write 1, 2, 3 before them, the most important first
report-form-range = From { $from } to { $to }
report-form-date = ____ - __ - __ (year, month, day)
report-form-time = __ : __
report-form-other = { $number }. Other, namely
report-form-and = {" "}and{" "}
report-form-or = {" "}or{" "}
report-form-answered = { $what } was answered
report-form-unanswered = { $what } was not answered
report-form-is = { $what } is "{ $value }"
report-form-is-not = { $what } is not "{ $value }"
report-form-above = { $what } is more than { $value }
report-form-at-least = { $what } is at least { $value }
report-form-below = { $what } is less than { $value }
report-form-at-most = { $what } is at most { $value }
report-form-ticked = "{ $value }" is ticked at question { $number }
report-form-not-ticked = "{ $value }" is not ticked at question { $number }
report-form-question = question { $number }
report-form-ticks = how many are ticked at question { $number }
report-base-filter = Filter
report-response-begun = Begun
report-response-finished = Finished
report-ballots-title = Ballots: { $title }
report-ballots-none = Nothing of this meeting is still to be voted on in writing.
report-ballot = Ballot: { $title }
report-ballot-day = Day of the vote
report-ballot-dots = Put your dots into the boxes of what you choose, { $each } in all.
report-ballot-no-name = Do not write your name.
report-ballot-secret = Tick one box for each matter. Do not write your name.
report-results-title = Results of votes: { $title }
report-actions-title = Who does what by when
report-actions-open = to be done
report-actions-late = overdue
report-actions-unchecked = done, to be checked
report-actions-none = Nothing has been assigned yet.
report-actions-overdue = Overdue
report-actions-to-do = To be done
report-actions-to-check = Done, to be checked
report-actions-closed = Closed
report-actions-days-late = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
report-actions-by-person = By person
report-fund-title = Pledges and funds
report-fund-none = Nothing has been pledged and no fund has been set up yet.
report-fund-pledged = pledged by residents
report-fund-received = received
report-fund-granted = granted on top
report-fund-together = in all
report-fund-own = Residents' own share
report-fund-received-mark = received { $sum }
report-fund-pledged-mark = pledged { $sum }
report-fund-target = target { $sum }
report-fund-thanks = With thanks to
report-fund-gives = Gives
report-fund-partly = { $held } received
report-fund-thank-you = Thank you to everyone, also to those who did not want to be named.
report-fund-goods = { $all } { $unit } promised, { $got } { $unit } here
report-fund-hours = { $all } h promised, { $got } h done
report-fund-of = Fund: { $title }
report-fund-source = From
report-fund-sum = Sum
report-fund-purpose = For
report-fund-aside = Set aside
report-fund-paid = Paid
report-fund-still = Still to pay
report-route-title = Visit route: { $round }
report-route-left = { $doors }, { $left } still to go to
report-route-tries = { $stands }, { $tries } tries
report-route-room = Back when, note
report-route-must = Must visit
report-route-must-doors = Must-visit doors, for whoever leads the round
report-coverage-title = Coverage of visits: { $round }
report-coverage-doors = doors
report-coverage-by-micro-grid = By micro-grid
report-coverage-by-building = By building
report-coverage-by-surveyor = By surveyor
report-coverage-by-kind = By must-visit kind
report-coverage-kinds = A household of two kinds is counted in both, so this table has no total.
report-coverage-settled = Settled: done, refused, moved, unsafe. Late: still open after the last day or the agreed time.
report-coverage-without = No visit
report-coverage-open = still open
report-coverage-without-means = No visit: refused, moved away, or not safe to visit. Still open: nobody home, come back later, not visited yet.
report-matters-title = List of matters
report-matters-all = matters
report-matters-open = open
report-matters-done = done
report-matters-dropped = dropped
report-matters-step = { $step } ({ $n })
report-matters-by-concern = By concern
report-matters-no-concern = (none)
report-matters-none-such = No matter is like this.
matters-widen = F5 clears filters
report-households-few = fewer than { $least }
report-matters-withheld = "{ $fewer }" stands for a number of households under { $least }: nobody is to be found in a public report.
matter-document-put = Reason
report-thread-from-few = suggestions from { $fewer } households
report-matters-said = Said so
report-matters-picked = Picked it
matter-document-picked = Picked in surveys
report-thread-suggested = by residents
report-thread-until = { $what }, until { $day }
report-thread-votes = Votes
report-thread-motion = Motion
report-thread-result = Result
report-thread-for = For
report-thread-against = Against
report-thread-abstain = Abstaining
report-thread-given = Money, goods and help
report-thread-what = From whom, for what
report-thread-received = Received
report-thread-fund = { $fund }: { $purpose }
report-thread-before = score before
report-thread-after = score now
report-thread-better = find it better
report-thread-same = the same
report-thread-worse = find it worse
report-thread-after-few = Of those asked again, a group has { $fewer } households, so the scores are not shown.
report-thread-words = In residents' own words
report-thread-words-left-out = What residents said word for word is not in a public report.
## services
key-services = services
key-services-next = next step
key-services-view = other list
key-services-view-before = list before
key-services-new = new
key-services-match = match
key-services-unmatch = take the match away
key-services-end = end duty
services-title = Services and upkeep
services-status = { $waiting } waiting · { $late } duties late
services-requests = Requests
services-offers = Offers
services-given = Given
services-duties = Upkeep
services-find = Find
services-find-hint = a name or a service
services-who = Who
services-needs = Needs
services-does = Can do
services-state = State
services-minded = To be minded
services-terms = For whom, at what price
services-waiting = no offer yet
services-matched = matched: { $who }
services-served = { $times ->
    [one] once
   *[other] { $times } times
} { $who }
services-no-requests = Nobody asked for anything. Requests come in with the survey "Services among neighbours" (`F2`).
services-no-offers = Nobody offers anything yet. Offers come in with the survey "Services among neighbours" (`F2`).
services-none-given = Nothing was written down yet. `Ctrl-N` writes down a service of a team.
services-no-duties = No duty of upkeep yet. `Ctrl-N` sets one up.
services-day = Day
services-what = What
services-by = By
services-for = For
services-minutes = Min.
services-due = Due
services-last = Last done
services-never = never
services-ended = ended
services-every = Days
services-from = From
services-note = Note
services-reason = Why
services-give = Write down a service
services-give-to = Served: { $who }
services-give-hint = Several who did it: names with commas. Minutes each of them took.
services-duty = A duty of upkeep
services-duty-hint = Every how many days, and from which day on: 11-30, today, +7.
services-done = Done: { $what }
services-done-hint = Without a day it is today.
services-end = End: { $what }
services-end-hint = Say why; what was done stays to be seen.
services-minutes-bad = Minutes as a number, such as 30.
services-every-bad = Days as a number, such as 7.
services-recorded = Written down: { $what }
services-choose = Who can serve { $who }: { $what }?
services-team-hours = { $team } { $hours } h
services-change-undo = Only duties can be changed. What was written down wrongly is taken back with `Ctrl-Z`.
services-only-duties = Only a duty of upkeep can end.
## report/pdf
pdf-no-font = No font was found, so no PDF can be made. Install one, or name a font file (.ttf, .otf, .ttc) with --font.
pdf-no-chinese-font = No Chinese font was found, so this PDF cannot be made. Install one (for example `apt install fonts-noto-cjk` or `dnf install google-noto-sans-cjk-fonts`), or name a font file (.ttf, .otf, .ttc) with --font.
pdf-not-written = The PDF could not be written: { $words }. The same report can be printed as text or HTML.
pdf-missing = No font of this computer draws these characters, so they are printed as ?: { $characters }. Leave them out, or install a font that has them in outlines (for emoji `Symbola`); colour emoji cannot be printed.
pdf-missing-more = No font of this computer draws these characters, so they are printed as ?: { $characters } and { $more } more. Leave them out, or install a font that has them in outlines (for emoji `Symbola`); colour emoji cannot be printed.
## households
households-hardship = Hardship
households-party-member = Party member
households-dispute = In dispute
households-special-needs = Special needs
households-everywhere = All
households-unnamed = (not written)
households-role-grid = grid member
households-role-micro-grid = micro-grid member
households-role-building = building head
households-role-entrance = entrance head
households-role-self = courtyard committee
households-role-staff = community staff
households-role-resident = resident
households-owned = sold
households-unsold = unsold
households-undelivered = not handed over
households-community = Community
households-grid = Grid
households-micro-grid = Micro-grid
households-courtyard = Courtyard
households-building = Building
households-entrance = Entrance
households-household = Household
households-door = Door
households-owners = Owners
households-owner-ids = Owner ids
households-area-registry = Registry area
households-area-survey = Survey area
households-area-contract = Contract area
households-standing = Sold
households-parking = Parking
households-residents = Residents
households-must-visit = Must visit
households-phone = Phone
households-language = Language
households-notes = Notes
households-fault-row = Row { $row }: { $what }
households-fault-no-doors = No column holds doors. There must be a column household or door.
households-fault-two-columns = "{ $heading }" is read as { $column } too; only one column can be.
households-fault-no-door = No door is written.
households-fault-twice = The same household as row { $first }.
households-fault-several = { $count } households on the roll have this door; the table must say which courtyard.
households-fault-spoilt = { $column }: a spreadsheet program has made a date or an error of it. Format the column as text and type it again.
households-fault-kind = "{ $word }" is no kind of must-visit household.
households-fault-kind-near = "{ $word }" is no kind of must-visit household; did you mean "{ $near }"?
households-fault-standing = "{ $word }" is neither sold nor unsold nor undelivered.
households-fault-yes-no = { $column }: "{ $word }" says neither yes nor no.
households-fault-language = "{ $word }" is no language known here. Write zh-CN or en.
households-file-io = { $file } cannot be read: { $why }
households-file-encoding = The text of { $file } is in an encoding nobody knows. Save it as CSV UTF-8 or XLSX.
households-file-old = { $file } is a workbook of an old kind. Save it as XLSX or CSV.
households-file-workbook = { $file } cannot be opened: { $why }
households-file-large = { $file } is too large: at most 200,000 rows and 200 columns.
households-file-empty = Nobody stands in { $file }.
cli-roll = The roll: places, households, who answers for which doors
cli-roll-import = Take in households from a table (CSV, XLSX); with one bad row none, and again changes nothing
cli-roll-import-file = The table
cli-roll-import-dry-run = Only say what would be done
cli-roll-import-map = Which column is what, as `No.=household`; `Spare=-` passes one over
cli-roll-export = Write the roll as a table that reads back as it is
cli-roll-export-output = The file to write; without one, standard output
cli-roll-export-include = What else to write: `personal` (names, phones), `sensitive` (must-visit kinds, notes)
cli-roll-export-place = Only this place, as `First micro-grid` or `First micro-grid/3`
cli-roll-export-format = `csv`, or `xlsx` (a spreadsheet)
cli-roll-export-bom = Begin with a byte order mark, so that spreadsheet programs read Chinese rightly
cli-roll-list = List places and households
cli-roll-list-place = Only this place, as `First micro-grid` or `First micro-grid/3`
cli-roll-list-include = What else to list: `personal` (names, phones), `sensitive` (must-visit kinds, notes)
cli-roll-undo = Take the last import of households back, unless something was done with them since
cli-roll-undo-dry-run = Only say what would happen; nothing is stored
cli-roll-erase = Destroy all records of a household for good
cli-roll-erase-door = The door, as `3-2-501`
cli-roll-erase-reason = Why, without naming anyone
cli-roll-erase-place = In which place, when several have this door
cli-roll-erase-yes = Do not ask twice
cli-roll-erase-by-door = Also the responses that only name this door
cli-roll-erase-dry-run = Only say what would go and what would stay
rolls-cli-plan = { $new } new, { $changed } changed, { $same } as they were.
rolls-cli-undone = Taken back: { $what }.
rolls-cli-would-undo = Would take back: { $what }.
rolls-cli-would = { $new } would be new, { $changed } changed, { $same } stay as they are. Nothing was stored.
rolls-cli-faults = { $count ->
    [one] One fault
   *[other] { $count } faults
  }: nothing was imported.
rolls-cli-map = "{ $map }" makes no sense. Write `heading=column`; columns are: { $names }
rolls-cli-map-heading = The table has no column "{ $heading }". It has: { $headings }
rolls-cli-no-place = There is no "{ $place }" on the roll. There is: { $places }
rolls-cli-places = Several places are called "{ $place }": { $places }. Write all of it.
rolls-cli-place-line = { $place }  { $households } households, { $must } must-visit
rolls-cli-exported = { $count ->
    [one] Wrote one household.
   *[other] Wrote { $count } households.
  }
rolls-cli-no-door = There is no household { $door } on the roll.
rolls-cli-doors = { $count } households have the door { $door }; say in which place with `--place`.
rolls-cli-erase-ask = All that goes of { $door } is destroyed for good. Type `yes` to go on:
rolls-cli-erase-again = Once more, type the door { $door }:
rolls-cli-erase-kept = Nothing was destroyed.
rolls-cli-erased = { $door } is forgotten: what was named above is destroyed.
rolls-cli-reason = Say why with `--reason`, without naming anyone.

key-roll-side = other side
key-roll-import = import table
key-roll-new = new household
key-roll-members = members
key-roll-export = export
key-roll-history = history
key-roll-remove = off the roll
key-roll-erase = erase for good
key-roll-new-member = new member
key-roll-read = read file
key-roll-check = try
key-roll-take-in = import
key-roll-done = done
home-roll = households, must-visits, who answers
rolls-title = Roll
rolls-title-at = Roll  { $place }
rolls-status = { $households } households  { $must } must-visit
rolls-search = door or name, type to find
rolls-place = Place
rolls-households = Doors
rolls-must = Must
rolls-nobody = Nobody here yet.
rolls-nobody-hint = F9 imports a table of households, Ctrl-N adds one.
rolls-place-figures = { $households } households  { $parking } parking spaces
rolls-answering = Answering: { $names }
rolls-saved = Saved: { $door }
rolls-not-saved = One field cannot be read: nothing was saved.
rolls-nothing-to-undo = There is nothing to undo.
rolls-undone = Undone.
rolls-removed = { $door } is off the roll.
rolls-erased = The records of { $door } are destroyed for good.
rolls-erase-why = Say why, without naming anyone.
rolls-erase-other-door = That is another door. Nothing was destroyed.
rolls-new = New household
rolls-history = History of { $door }
rolls-hint-owners = Several with `、` or `;` between, ids in the same order. Personal: leaves only when asked for.
rolls-hint-residents = As Wang (mother); Li. Personal: leaves only when asked for.
rolls-hint-area = Square metres, as 72.40. The registry counts first, then the survey, then the contract.
rolls-hint-personal = Personal: leaves only when asked for, never posted.
rolls-hint-sensitive = Sensitive: leaves only when asked for, never posted.
rolls-remove = Take { $door } off the roll (can be undone)
rolls-why = Why
rolls-erase = Destroy all records of { $door } for good. Say why, without naming anyone.
rolls-erase-again = Once more: type the door { $door }, and all its records are destroyed for good.
rolls-erase-by-door = Responses that only name this door: { $count }. Are they the household's too? Type yes, or leave it empty.
rolls-erase-yes = Yes?
rolls-revision = { $at }  { $who }
rolls-change = { $column }: { $was } -> { $is }
rolls-left = Off the roll: { $reason }
rolls-members = Members
rolls-members-count = { $count ->
    [one] one member
   *[other] { $count } members
  }
rolls-no-members = No members yet. Ctrl-N adds one.
rolls-name = Name
rolls-role = Role
rolls-answers-for = Answers for
rolls-teams = Teams
rolls-new-member = New member
rolls-member-left = no longer a member
rolls-which-place = "{ $place }" is not on the roll, or more than one is called so.
rolls-nobody-entitled = Nobody there on the roll is entitled.
rolls-hint-places = Names of places, as First micro-grid/3/2; several with `;` between.
rolls-hint-teams = As warm-heart team; several with `;` between.
rolls-which-file = Name a file.
rolls-import-file = Import households
rolls-import-map = What the columns are  { $file }
rolls-import-check = Dry run  { $file }
rolls-import-done = Import  { $file }
rolls-import-busy = Reading ...
rolls-import-which = Table
rolls-import-which-hint = CSV (UTF-8 or GBK) or XLSX. Drag the file here for its path. Nothing changes before the dry run.
rolls-import-map-hint = The first row says: { $first }    Space for another, F9 for a dry run
rolls-import-twice = A column before is this already.
rolls-import-passed = (passed over)
rolls-import-would = { $new } would be new, { $changed } changed, { $same } stay as they are.
rolls-import-next = F9 imports them all; the whole import can be undone.
rolls-import-nothing = The roll says all this already: nothing to import.
rolls-import-stopped = Stopped: nothing was imported.
rolls-import-saving = Importing: { $rows } rows. Esc stops before anything is written.
rolls-import-stopping = Stopping ...
rolls-import-faulty = The table has faults: nothing was imported.
rolls-import-faults = { $count ->
    [one] One fault
   *[other] { $count } faults
  }: correct the table and read it again. Nothing was imported.
rolls-import-did = Imported: { $new } new, { $changed } changed.
rolls-import-undoing = Undoing the whole import. It goes on while you are elsewhere.
rolls-import-undone = The whole import is undone; the roll is as it was before.
rolls-export = Export  { $place }
rolls-export-personal = Names, phones
rolls-export-sensitive = Must-visits, notes
rolls-export-hint = Written only with yes. The file goes to reports in the data directory.
rolls-file-name = roll-{ $date }
rolls-exported = { $count ->
    [one] Wrote one household
   *[other] Wrote { $count } households
  }: { $file }
rolls-not-exported = Not exported: { $why }
rolls-meeting = the roll: { $heads } heads  { $area }
rolls-meeting-no-place = the roll: no such place
rolls-meeting-place = Place of the roll
rolls-meeting-place-hint = The name of a place, as First micro-grid/3; all when left empty.
rolls-start-known = On the roll: { $door }  { $owners }
rolls-start-unknown = This door is not on the roll; it can be filled all the same.
## visits
place-rounds = visits and rounds
key-visit-open = fill survey
key-visit-say = what came of it
key-visit-nobody = nobody home
key-visit-come-back = come back
key-visit-refused = refused
key-visit-moved = moved
key-visit-unsafe = unsafe
key-visit-met = met, no survey
key-visit-note = note
key-visit-next = next door
key-visit-whose = other surveyor
key-visit-route = route
key-visit-new = new round
key-visit-check = back-check
key-visit-coverage = coverage
key-visit-due = visits due
key-visit-end = end round
key-visit-grouping = other groups
key-visit-grouping-before = groups before
key-visit-more-days = more days
key-visit-fewer-days = fewer days
key-visit-round-of-these = round of these
visits-title = Visits
visits-open-rounds = { $count } under way
visits-round = Round
visits-settled = settled
visits-done = done
visits-refused = refused
visits-moved = moved
visits-unsafe = unsafe
visits-come-back = back
visits-nobody = nobody
visits-not-yet = not yet
visits-response-deleted = response deleted
visits-come-back-at = back { $time }
visits-overdue = overdue { $count }
visits-late = late
visits-until = until
visits-until-when = Until
visits-until-day = until { $day }
visits-survey = Survey
visits-over = over
visits-must-done = must
visits-must-of = Must-visit doors: { $done } of { $all } done
visits-no-rounds = No visits yet. Ctrl-N plans a round.
visits-rounds-hint = Settled: done, refused, moved, unsafe. F8 draws some doors to check again.
visits-ended = “{ $round }” is over. Ctrl-Z takes that back
visits-nothing-to-undo = Nothing left to take back.
visits-kind-hardship = hardship
visits-kind-party = party member
visits-kind-dispute = dispute
visits-kind-needs = special needs
visits-try-any = any time
visits-try-agreed = agreed { $time }
visits-try-morning = try a workday morning
visits-try-afternoon = try a workday afternoon
visits-try-evening = try a workday evening
visits-try-weekend-morning = try a weekend morning
visits-try-weekend-afternoon = try a weekend afternoon
visits-try-weekend-evening = try a weekend evening
visits-no-place = (no place)
visits-route-of = { $round }  { $who }
visits-route-all = { $round }  all doors
visits-progress = { $done }/{ $all } doors
visits-door = Door
visits-stands = Stands
visits-next-try = Next try
visits-must-column = Must-visit
visits-must = Must visit: { $kinds }
visits-gone-from-roll = (no longer on the roll)
visits-never-tried = Not tried in this round
visits-try-rule = Nobody home: the part of the day tried least, evening, morning, afternoon.
visits-note = Note
visits-note-waits = Note: { $note }
visits-digits = 1 fill  2 out  3 back  4 refused  5 moved  6 unsafe  7 met  8 note  0 next
visits-noted = { $door }: { $what }
visits-undone = Taken back: { $door }
visits-no-next = Every door was tried today. Nobody home waits for another day; agreed times come first.
visits-no-doors-here = No doors here.
visits-when = When
visits-when-example = tomorrow 19:00
visits-ask-come-back = { $door }: when to come back?
visits-ask-hint = Such as 19:30 or 11-15 10:00. Enter goes to the note, Enter again records.
visits-ask-note = { $door }: note
visits-note-hint = Only surveyors and organisers see it. Enter records.
visits-coverage-title = Coverage  { $round }
visits-doors = doors
visits-by-micro-grid = Micro-grid
visits-by-building = Building
visits-by-surveyor = Surveyor
visits-by-kind = Must-visit kind
visits-nobody-assigned = (nobody assigned)
visits-due-title = Must-visit doors not seen for { $days } days
visits-due-count = { $count } doors
visits-last-met = Last met
visits-days-ago = days ago
visits-people = People
visits-never = never
visits-none-due = No must-visit door is due.
visits-due-hint = Left and Right change the days. Ctrl-N plans a round of these doors.
visits-new-title = New round of visits
visits-chosen = { $count } doors
visits-planned = Planned: { $count } doors.
visits-check-of = Back-check of { $round }
visits-due-round = { $day } must-visits
visits-round-of = { $day } visits
visits-round-title = Title
visits-round-title-hint = What people call this round
visits-survey-hint = Left and Right choose; the last is a visit without a survey
visits-no-survey = no survey
visits-where = Where
visits-session = Responses go to
visits-session-hint = A session of the round's own, or the one held on the day somebody answers
visits-session-own = a session of this round
visits-session-of-day = the session of that day
visits-where-hint = Such as 3-2 or Micro-grid 1, several with commas. Empty is everywhere.
visits-everywhere = everywhere
visits-which = Which doors
visits-which-hint = Left and Right choose
visits-all-doors = every door
visits-must-doors = must-visit doors
visits-due-doors = must-visit doors not seen for { $days } days
visits-sample = Sample
visits-sample-off = none
visits-sample-hint = Drawn by lot from the doors done, for somebody else to go to again
visits-sample-none = For back-checks only: F8 on the list of rounds
visits-no-number = Type a whole number above zero.
visits-who = Who goes where
visits-who-roll = as the roll says who answers for which doors
visits-who-hint = Such as Zhang: 1, 2; Li: 3-2. A name alone goes everywhere.
visits-until-hint = The last day, such as 11-30. Empty is without end.
visits-no-such-place = The roll has no place “{ $word }”. Type it another way, such as 3-2.
home-group-visits = Visits
home-visits = rounds, routes, coverage, visits due
home-visits-open = { $rounds } rounds under way
key-visit-quality = quality
key-visit-view = other findings
key-visit-view-before = findings before
visits-quality-title = Quality  { $round }
visits-q-looking = looking…
visits-q-looked = { $count } responses
visits-q-none = Nothing to look at twice.
visits-q-times = Times
visits-q-same = Same answers
visits-q-repeated = Twice
visits-q-check = Back-check
visits-q-share = Disagreement
visits-q-times-rule = Under a third or over three times the surveyor's own median of at least five; a response is the sum over its questions.
visits-q-same-rule = { $least } or more questions in a row out of one list, all given the same choice.
visits-q-repeated-rule = One door answered one survey more than once; back-checks do not count.
visits-q-check-rule = Questions put both times and answered differently: the first visit left, the back-check right.
visits-q-share-rule = Answered differently / put both times, by who typed the first response and by question.
visits-q-whole = the whole
visits-q-quick = quick
visits-q-slow = slow
visits-q-what = What
visits-q-took = took
visits-q-usual = usual
visits-q-question = Question
visits-q-answers = answers
visits-q-from = From
visits-q-to = To
visits-q-times-answered = times
visits-q-finished = Finished
visits-q-first = First visit
visits-q-again = Back-check
visits-q-of = By
visits-q-differ = differ
visits-q-percent = share
visits-q-blank = (blank)
visits-tries = tries
cli-visits = Print rounds of visits and their coverage, a route, or must-visit doors that are due
cli-visits-round = The round: its id, title, or words only one has; all rounds when left out
cli-visits-route = The route of this surveyor instead
cli-visits-due = The must-visit doors not seen for so many days instead; 30 when not said
cli-visits-format = `text` or `json`
cli-visits-include = What is not printed otherwise: `sensitive`, which is must-visit kinds, doors that are due and notes
cli-visits-none = No visits yet.
cli-visits-due-doors = Which doors is sensitive; `--include sensitive` prints them.
cli-no-round = No round, or more than one, is called “{ $name }”. There are: { $known }
## matters

matter-step-raised = raised
matter-step-sorted = sorted
matter-step-discussed = discussed
matter-step-decided = decided
matter-step-funded = funded
matter-step-under-way = under way
matter-step-done = done
matter-step-checked = checked
matter-step-dropped = dropped
matter-programme-charity = micro-charity
matter-programme-venture = micro-venture
matter-programme-service = micro-service
matter-programme-self-governance = micro-self-governance
matter-programme-culture = micro-culture
matter-said-by = { $n } of { $of } households raised this in their own words
matter-picked-by = { $n } of { $of } picked “{ $concern }”
matter-raised-and-picked = { $said }; { $picked }
matter-came-raised = raised
matter-came-changed = changed
matter-came-merged = merged
matter-came-split = split
matter-came-put = put
matter-came-suggested = suggested
matter-came-talked = talked over
matter-came-item = on the agenda
matter-came-discussed = discussed
matter-came-voted = vote
matter-came-pledged = pledges
matter-came-granted = grant
matter-came-claimed = claim
matter-came-allocated = fund
matter-came-assigned = to do
matter-came-done = done
matter-came-checked = checked
matter-by = entered by { $who }
matter-split-from = split from { $title }, by { $who }
matter-now-called = now: { $title }, by { $who }
matter-merged-in = { $title } was merged into it, by { $who }
matter-split-into = { $title } was split from it
matter-put-to = { $step }, by { $who }
matter-put-because = { $step }: { $note }, by { $who }
matter-item-of = { $item }, at { $meeting }
matter-item-points = { $item }, at { $meeting }, { $n } { $n ->
    [one] point
   *[other] points
  } raised
matter-vote = { $text }: { $outcome }
matter-vote-counts = { $text }: { $outcome }, { $yes } for, { $no } against, { $abstain } abstaining
matter-vote-none = no result
matter-pledges = { $n } { $n ->
    [one] pledge
   *[other] pledges
  }
matter-pledges-money = { $fen } pledged, { $received } received
matter-pledges-hours = { $hours } { $hours ->
    [one] hour
   *[other] hours
  } of work
matter-pledges-goods = { $n } { $n ->
    [one] gift
   *[other] gifts
  } in kind
matter-grant = { $fen } from { $from }
matter-claim = { $partner }: { $part }
matter-claim-delivered = { $partner }: { $part }, delivered
matter-fund = { $fen } from { $fund }
matter-fund-for = { $fen } from { $fund }: { $purpose }
matter-task = { $what }, { $who }
matter-task-due = { $what }, { $who }, by { $due }
matter-task-by = { $what }, { $who }
matter-task-noted = { $words } ({ $note })
matter-said-at = { $text } ({ $door })
matter-afterwards = Afterwards { $n } { $n ->
    [one] household
   *[other] households
  } scored it: { $before } before, { $after } now; { $better } better, { $worse } worse
matter-document-concern = Concern
matter-document-programme = Programme
matter-document-place = Place
matter-document-step = Stands at
matter-document-from = Came from
matter-document-from-words = { $n } { $n ->
    [one] suggestion
   *[other] suggestions
  }; { $raised }
matter-document-afterwards = Residents afterwards
matter-document-thread = What became of it
matter-document-note = Note
matters-column-step = Stands at
matters-column-title = Matter
matters-column-concern = Concern
matters-column-households = Households
matters-column-since = Since
matters-none-stored = No matters yet. Sort suggestions in the program: F6 on the page of matters.
matters-unknown-step = There is no step { $name }. There are: { $known }.
matters-unknown-programme = There is no programme { $name }. There are: { $known }.
matters-unknown = No matter is called { $name }. `babahui matters` lists them.
matters-several = Several matters answer to { $name }: { $found }
cli-matters = Print the list of matters, open ones first
cli-matters-state = Only those that stand here, such as `decided` or `under_way`; may be given more than once
cli-matters-concern = Only those under this concern
cli-matters-programme = Only those of this programme, such as `charity` or `self_governance`
cli-matters-place = Only those in this place or below it, such as `grid-1` or `grid-1/3`
cli-matters-format = `text` or `json`
cli-matter = Print everything about one matter: suggestions, meetings, votes, money, tasks
cli-matter-matter = Its id, its title, or words only one matter has
cli-matter-public = Without doors, to be shown to anybody
cli-matter-format = `text` or `json`
matters-title = Matters

## sorting and screens of matters

key-matters = matters
key-sort = sort suggestions
key-matter-new = new matter
key-matter-pick = pick
key-matter-agenda = agenda and meeting
key-matter-board = board
key-matter-which = state
key-matter-concern = next concern
key-matter-concern-before = concern before
key-matter-programme = programme
key-matter-place = by place
key-matter-widen = clear filters
key-matter-edit = change
key-matter-merge = merge
key-matter-split = split
key-matter-step = put to a step
key-matter-jump = go there
key-sort-assign = assign
key-sort-several = several
key-sort-next = next
key-sort-before = suggestion before
key-sort-open = next unsorted
key-sort-questions = questions
key-sort-blind = second coder
key-sort-agreement = agreement
sorting-title = Sorting suggestions
sorting-title-blind = Sorting as second coder: the first coder's codes are not shown
sorting-status = { $at } of { $all }
sorting-which = Which questions are to be sorted? Space ticks, Enter begins.
sorting-question = Question
sorting-no-questions = No survey has a question answered in words.
sorting-nothing = Nobody has answered these questions yet.
sorting-reading = Reading what was said ...
sorting-uncoded = { $open } of { $all } still to sort
sorting-all-done = All { $all } sorted
sorting-not-yet = not sorted yet: press a number, 0 sets it aside
sorting-set-aside = set aside
sorting-several = several: numbers add, Enter goes on
sorting-matter = matter
sorting-concern = concern
sorting-because = because: { $words }
sorting-comma = {", "}
sorting-new = A new matter from this suggestion
sorting-new-title = Title
sorting-new-hint = Enter raises it and assigns the suggestion.
sorting-new-under = Enter raises it under “{ $concern }” and assigns the suggestion.
sorting-raised = Raised: { $title }
sorting-undone = Taken back.
sorting-blind-on = Second coder: you see your own codes only. Nothing counts but for measuring agreement.
sorting-blind-nameless = Put your name in the settings first (F12): the second coder has to be told apart from the first.
agreement-title = How far coders agree
agreement-what = Over suggestions both coded, by the foremost concern. Kappa: 1 is full agreement, 0 is chance.
agreement-first = First
agreement-second = Second
agreement-both = Both
agreement-same = The same
agreement-kappa = Kappa
agreement-none = No two people have coded the same suggestion. F8 while sorting codes as a second coder.
agreement-nothing = nothing in common
agreement-all-same = undefined: all the same
agreement-parted = Where they part
agreement-pair = { $n } times: { $first } { $a }, { $second } { $b }
matters-open = open
matters-all = all
matters-or = {"/"}
matters-status = { $all } matters, { $open } open
matters-picked = { $picked } picked
matters-none = No matters yet. F6 sorts suggestions into matters, Ctrl-N raises one.
matters-reading = Reading the matters ...
matters-find = Find
matters-find-hint = title, concern, place
matters-place-hint = micro-grid, courtyard, building
matters-everywhere = anywhere
matters-here = { $n } { $n ->
    [one] matter
   *[other] matters
}
matters-none-such = No matter fits. F5 clears all filters.
matters-column-days = Days
matters-new = A new matter
matters-new-hint = Say what is to be done in a few words. Enter records it.
matters-raised-on = raised { $on }
matters-suggestions = { $n } { $n ->
    [one] suggestion
   *[other] suggestions
  }
matter-title = Matter
matter-when = When
matter-what = What happened
matter-no-such-concern = There is no such concern. There are: { $known }
matter-no-such-programme = There is no such programme. There are: { $known }
matter-kept = Kept.
matter-was-merged = “{ $title }” now counts for “{ $into }”. Ctrl-Z takes it back.
matter-was-split = “{ $title }” was split off with { $n } { $n ->
    [one] suggestion
   *[other] suggestions
  }.
matter-split-none = Tick with Space what goes to the new matter.
matter-note = Change the note
matter-note-hint = Enter keeps it; the note before stays in the history.
key-matter-note = note
matter-noted = { $who }: { $note }
matter-note-gone = { $who } took the note away
matter-edit = Change the matter
matter-edit-hint = Enter goes on, the last Enter keeps it. A concern or programme may be begun only.
matter-reason = Reason
matter-put-title = Put to: { $step }
matter-put-hint = What was seen, or why. To drop a matter a reason is needed.
matter-split-title = A new matter from { $n } { $n ->
    [one] suggestion
   *[other] suggestions
  }
matter-split-hint = Enter splits it off.
matter-merge-title = The same as which matter? Everything of this one then counts for it.
matter-step-title = To which step? What came of it may already put it further.
matter-split-which = Which suggestions go to a new matter? Space ticks, Enter goes on.
matter-agenda-title = { $title }
matter-agenda-titles = { $title } and { $n } matters in all
matter-agenda-sign-in = Sign-in
matter-agenda-sign-in-script = Please sign in first: building, entrance and door.
matter-agenda-follow-up = Follow-up of earlier actions
matter-agenda-follow-up-script = What was agreed last time, one by one: done or not, and what holds it up.
matter-agenda-matter-script = What is to be done, and which ways there are?
matter-agenda-vote = Vote
matter-agenda-vote-script = Each motion is read out, then hands are raised.
matter-agenda-motion = Do we agree to this: { $title }?
matter-agenda-pledges = Pledges
matter-agenda-pledges-script = Money, things or a hand: as you like, and without a name if you prefer.
matter-agenda-tasks = Who does what by when
matter-agenda-tasks-script = For every matter that carried: who does it, until when?
matter-agenda-none = Pick matters with Space first.
matter-agenda-kept = Agenda kept in { $path }; the meeting is set up for tomorrow evening.
matter-agenda-not-kept = The agenda could not be written. See whether the data directory can be written to.
home-group-matters = Matters
home-matters-all = sort suggestions, see what became of them
home-matters = { $n } { $n ->
    [one] matter
   *[other] matters
  }
home-matters-open = { $n } open
home-matters-decided = { $n } decided

## report/xlsx

xlsx-responses = Responses
xlsx-tally = Counts
xlsx-codebook = Codebook
xlsx-table = Table
xlsx-chart = Chart
xlsx-count = Count
xlsx-share = Share
xlsx-cut = … ({ $count } more characters are left out here; the JSON export has them all)
xlsx-key = Response
xlsx-parent-key = Belongs to
xlsx-meta-survey = Survey
xlsx-meta-version = Version
xlsx-meta-hash = Version's hash
xlsx-meta-state = State
xlsx-meta-comment = Sent back because
xlsx-meta-session = Session's id
xlsx-meta-session-kind = Kind of session
xlsx-meta-session-title = Session
xlsx-meta-session-starts = Session begins
xlsx-meta-building = Building
xlsx-meta-entrance = Entrance
xlsx-meta-household = Household
xlsx-meta-surveyor = Surveyor
xlsx-meta-created = Begun
xlsx-meta-finished = Finished
xlsx-meta-seed = Seed
xlsx-meta-correction = Corrected because
xlsx-meta-name = Name
xlsx-meta-left-out = Columns left out
xlsx-meta-blank = Asked and left blank
export-xlsx-where = XLSX goes into a file: say where with -o, for example `-o responses.xlsx`.
export-xlsx-audit = XLSX does not hold how responses came about; take `--format csv` or `--format json` for that.
export-xlsx-full = A sheet holds at most 1 048 576 rows and 16 384 columns, and there are more. Take `--format csv` instead.
export-xlsx-cut = { $count ->
    [one] One text was too long for a cell and is written in part; `--format json` has it whole.
   *[other] { $count } texts were too long for a cell and are written in part; `--format json` has them whole.
}
## print

print-no-edition = "{ $report }" has no edition for so many people. Choose a narrower circle, such as the office.
print-no-survey = There is no such survey, and none has responses yet.
print-bad-survey = The file of this survey has faults: `babahui check` shows them.
print-marked = The question "{ $name }" tells of people: nothing by it is printed for the public. Leave it out, or print for the office.
print-no-meeting = There is no such meeting.
print-no-response = There is no such response. Open one, then print it.
print-no-round = There is no such round of visits.
print-no-surveyor = Nobody called { $name } goes anywhere in this round. There are: { $known }
print-no-matter = There is no such matter. Open one, then print it, or name it with `--matter`.
print-no-concern = There is no concern { $name }. There are: { $known }
print-no-printer = No printer is set up on this computer. Save the report and print it elsewhere, or set a printer up in the system's settings.
print-unknown-printer = There is no printer { $name }. There are: { $known }
print-refused = It could not be printed: { $why }
print-not-written = { $path } could not be written: { $why }. Nothing was kept.
print-kept-though = { $why } (The report is in { $path })
print-stopped = Stopped; no file was left.
print-stopped-at = Stopped. { $n } of { $of } were made and stay: { $names }
print-stopping = stopping
print-unknown = There is no report { $name }. There are: { $known }
print-unknown-near = There is no report { $name }. Did you mean { $near }?
print-say-yes = This tells more than everyone may read: { $reports }. Add --yes to print it; it is logged.
print-bad-sheet = The spreadsheet could not be made: { $why }
print-yes-words = sure
print-ask = This tells more than everyone may read: { $reports }. Print it? It is logged. (y/n)
print-not-printed = Nothing was printed.
print-there-already = { $path } is there already. Add --replace to write over it.
print-written = Written: { $path }
print-sent = Sent to the printer { $printer }: { $path }
print-service-stopped = The printing service of this computer does not answer. Start it (on Linux `systemctl start cups`), or save the report and print it elsewhere.
print-no-usual = There are several printers and none is the usual one. Choose one of: { $known }
print-refusing = The printer { $name } takes nothing at the moment. Let it take jobs again in the system's settings, or choose another.
print-sent-waits = Sent to the printer { $printer }, which is paused: it prints once somebody switches it on again. { $path }
print-not-for-printers = A printer takes `pdf` or `text`. Leave --format out to print pages, or write the file with -o.
print-usual = usual
print-paused = paused
print-takes-nothing = takes nothing
print-reports = Reports:
print-evening = Evening pack
print-printers = Printers:
print-log-empty = Nothing was printed for a narrower circle.
print-title = Print
print-under-way = printing
print-being-made = being made
print-done-printed = { $count ->
    [one] One report sent to { $printer }.
   *[other] { $count } reports sent to { $printer }.
}
print-done-copies = { $count ->
    [one] One report sent to { $printer }, { $copies } copies.
   *[other] { $count } reports sent to { $printer }, { $copies } copies of each.
}
print-done-waits = { $count ->
    [one] One report sent to { $printer }, which is paused: it prints once somebody switches the printer on again.
   *[other] { $count } reports sent to { $printer }, which is paused: they print once somebody switches the printer on again.
}
print-asking-printers = Asking which printers there are ..
print-which-printer = Which printer? It is remembered for next time.
print-usual-printer = the usual one
print-to = Printer
print-copies = Copies
key-printers = printers
key-more-copies = copies
key-fewer-copies = fewer copies
print-done-one = Saved: { $path }
print-done-many = { $count } reports saved in { $folder }
print-narrower = This edition is { $class }, and printing it is logged. Press the same key again to print it.
print-for = For
print-as = As
print-on = On
print-public = everyone
print-office = the office only
print-facilitator = the facilitator only
print-text = text
print-letter = Letter
key-open-file = show file
key-to-printer = to printer
key-next-class = for whom
key-next-format = format
key-next-paper = paper
key-print = print
cli-print = Print a report: text, file or paper
cli-print-report = Which report, see --list; `evening` for what is printed after a meeting
cli-print-list = List the reports and printers there are
cli-print-log = List what was printed for a narrow circle, by whom and when
cli-print-survey = The survey's id, or its file; the one with most responses when left out
cli-print-meeting = The meeting: its id, title, or words and a date only one meeting has; the latest one when left out
cli-print-response = The response's id
cli-print-round = The round of visits: its id, title, or words only one has; the latest one when left out
cli-print-surveyor = Only responses of this surveyor; of `route` only this surveyor's way; may be given more than once
cli-print-matter = The matter: its id, title, or words only one has
cli-print-state = Only matters that stand here, as in `matters`; may be given more than once
cli-print-concern = Only matters under this concern, by its name or label
cli-print-programme = Only matters of this programme, as in `matters`
cli-print-place = Only matters in this place or below it, as in `matters`
cli-print-session = Only responses of this session; may be given more than once
cli-print-kind = Only responses of this kind of session; may be given more than once
cli-print-building = Only responses of this building; may be given more than once
cli-print-from = Only responses begun on this day or later
cli-print-until = Only responses begun on this day or earlier
cli-print-filter = Only responses with this answer, such as `first=facade`; may be given more than once
cli-print-question = Only this question; may be given more than once
cli-print-by = By groups, as in `tally`
cli-print-texts = Answers in words too, also for everyone
cli-print-class = For whom: public, office or facilitator
cli-print-yes = Do not ask before printing for a narrower circle
cli-print-format = pdf, html, text, md or xlsx; from the ending of the file when left out
cli-print-font = Font file to set pages in, before the computer's own
print-bad-font = { $path } is no font that can be read: { $why }
print-say-where = A PDF is no text for a terminal. Say where with -o FILE, --open or --to.
cli-print-paper = a4, a3 or letter
cli-print-output = File to write; a folder for a pack
cli-print-replace = Write over a file that is there
cli-print-open = Show it in the program this computer opens such files with
cli-print-to = Send it to a printer, to the usual one when none is named
cli-print-copies = How many of each, up to 99
cli-print-two-sided = On both sides of a sheet

## locale/forget
forget-goes = Of { $door } goes for good:
forget-roll = Records of the roll: { $count }, with names, phone, must-visits and notes
forget-visits = Visits: { $count }, with their notes
forget-linked = Responses that visits led to: { $count }, with all that was typed
forget-meetings = Meetings: { $count }. Name and door are taken out of roll, attendance, votes and minutes; votes and areas still count.
forget-ledger = Promises and tasks: { $count }. Name and door are taken out; sums stay.
forget-others = Sessions, matters, services: { $count }. Name and door are taken out.
forget-by-door-stays = These responses only name the door ({ $count }). They stay unless you say `--by-door`:
forget-by-door-goes = Responses that only name the door: { $count }, with all that was typed
forget-by-door-left = Responses that only name the door stay: { $count }
forget-by-door-line = { $day }  { $survey }  { $id }
forget-by-door-draft = { $day }  { $survey }  { $id }  under way
forget-stays = Stays:
forget-shared = In { $count } records a name or door that others have too: nobody can say who is meant.
forget-mentioned = Responses of other households that mention them: { $count }. Correct them by hand.
forget-members = Members of the same name, such as building heads: { $count }. Take them off under members.
forget-printed = What was printed or exported before: look into the folder `reports`, and where files were sent.

## wait
wait-title = Reading
wait-reading = Reading what is kept here. It opens by itself when it is there; Esc goes back.
