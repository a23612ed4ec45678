# 程序里所有的中文。分节和 src/ 的文件夹一致。

## 各处通用

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
## app
app-settings-not-kept = 设置没能存下来，退出程序前有效。
key-space = 空格
key-digits = 数字
key-enter = 回车
key-backspace = 退格
key-left = 左
key-right = 右
key-up = 上
key-down = 下
key-open = 打开
key-new-response = 新答卷
key-sessions = 场次
key-tally = 汇总
key-responses = 答卷
key-pick = 按号选
key-do-it = 执行
key-change = 修改
key-value-before = 上一个值
key-value-after = 换一个值
key-new-session = 新建场次
key-delete = 删除
key-undo = 撤销
key-search = 查找
key-save = 保存
key-next-field = 下一项
key-previous-field = 上一项
key-first = 到开头
key-last = 到末尾
key-move-up = 往上
key-move-down = 往下
key-page-up = 上一页
key-page-down = 下一页
key-back = 返回
key-palette = 命令
key-help = 帮助
key-language = English
key-settings = 设置
key-quit = 退出
key-suspend = 暂停（fg 回来）
key-redraw = 重画

## ui
ui-broke-off = 坝坝会程序自身出错，已经中断；填过的内容都已存好。详情见 { $log }
ui-job-failed = 程序自身出错，这项工作中断了。详情见 { $log }
ui-no-such-place = 这里暂时没有内容。
ui-how-to-quit = 这里已经是首页。退出请按 Ctrl-Q。
ui-too-small = 窗口现在是 { $columns } x { $rows }，坝坝会至少要 { $needed_columns } x { $needed_rows }。请把窗口拉大或把字调小。内容都还在。
ui-more-notices = {"  "}（另有 { $count } 条）
ui-progress = 正在处理：{ $done } / { $total }
ui-help-title = 帮助：按键
ui-palette-title = 命令
ui-search-placeholder = 输入文字查找
ui-palette-placeholder = 想做什么，输入文字查找
ui-nothing-found = 没有找到，少打几个字试试。
place-home = 首页
place-demo = 演示数据
home-title = 坝坝会

## cli: the root
app-settings-syntax = settings.ron 从第 { $line } 行第 { $column } 列起读不懂，先按默认设置运行。
app-settings-unknown = settings.ron 里有一项不认识：{ $name }
app-settings-near = settings.ron 里有一项不认识：{ $name }。是不是 { $near }？
app-settings-value = settings.ron：{ $field } 的值用不了，先按默认设置运行。
cli-about = 坝坝会：不联网，在终端里入户走访、开坝坝会
cli-arg-data = 数据放在哪个文件夹，不写就用本机用户自己的（也可用 BABAHUI_DATA）
cli-arg-lang = 用哪种语言：zh-CN 或 en
cli-arg-help = 显示帮助
cli-arg-version = 显示版本
cli-completions = 打印命令行补全脚本
cli-completions-shell = 哪种 shell
cli-man = 打印手册页
cli-file = { $path }：{ $error }
cli-no-home = 找不到本机用户的文件夹。请用 --data 指定一个。
cli-no-terminal = 这里没有终端，程序打不开（{ $error }）。`babahui --help` 列出不需要终端的命令。
cli-no-log = 数据文件夹里写不了日志。
cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-usage-options = 选项
cli-usage-command = 命令
cli-arg-after = 不带命令就直接打开程序。
cli-fault-command = 没有 { $name } 这个命令。
cli-fault-argument = 这里没有 { $name } 这个选项或参数。
cli-fault-missing = 还差：{ $name }。
cli-fault-no-value = { $name } 后面要跟一个值。
cli-fault-value = { $name } 不能填 { $value }。
cli-fault-conflict = { $name } 不能和 { $other } 一起用。
cli-fault-other = 参数写得不对。
cli-fault-near = 是不是 { $near }？
cli-fault-choices = 可以填：{ $choices }
cli-fault-help = 看用法：babahui --help
