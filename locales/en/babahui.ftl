# The program's words in English. Sections follow the folders of src/.

## Everywhere
app-name = babahui

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
