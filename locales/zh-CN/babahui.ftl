# 程序里所有的中文。分节和 src/ 的文件夹一致。

## 各处通用
app-name = 坝坝会

## locale/
date-weekday = { $day ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}
date-month = { $month }月
date-long = { $year }年{ $month }{ $day }日 { $weekday }
date-just-now = 刚刚
date-minutes-ago = { $count }分钟前
date-hours-ago = { $count }小时前
date-days-ago = { $count }天前
date-in-minutes = { $count }分钟后
date-in-hours = { $count }小时后
date-in-days = { $count }天后
date-yesterday = 昨天
date-tomorrow = 明天
count-responses = { $count } 份答卷
count-drafts = { $count } 份草稿
count-sessions = { $count } 场
count-households = { $count } 户
count-people = { $count } 人
count-questions = { $count } 题
count-choices = { $count } 项
count-surveys = { $count } 份问卷
count-days = { $count } 天
number-money = { $amount } 元
number-area = { $amount } ㎡
typed-number-empty = 请填一个数。
typed-number-unreadable = 这不是数字。请填数字，例如 12 或 2.5。
typed-number-not-whole = 请填整数，不要小数。
typed-number-too-large = 这个数太大了。
typed-date-empty = 请填日期。
typed-date-unreadable = 看不懂这个日期。可以填 2024-11-12、11-12、今天、+3。
typed-date-no-such-day = 没有这一天，请核对月份和日子。
typed-time-empty = 请填时间。
typed-time-unreadable = 看不懂这个时间。可以填 14:30、下午2点半。
typed-time-no-such-time = 没有这个时间：小时是 0 到 23，分钟是 0 到 59。
typed-time-missing = 还要写上时间，例如 2024-11-12 14:30。
