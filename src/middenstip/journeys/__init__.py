"""What people do that crosses rooms. One file per journey; each act is one transaction.

Read them in the order of the chain: submit_initiative, assess_initiative, open_goal, agree_goal,
sign_agreement, close_agreement. On the way can happen: change_initiative, follow, tell_news,
stop_initiative, leave. Beside the chain an administrator does draw_area.
"""
