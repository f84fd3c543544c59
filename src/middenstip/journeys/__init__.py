"""Acts that write in more than one room. One file per journey; each act is one transaction.

Read them in the order of the chain: submit_initiative, assess_initiative, open_goal, agree_goal,
sign_agreement, close_agreement. Possible at any time: change_initiative, follow, stop_initiative, leave.
Outside the chain an administrator does draw_area: it writes in one room, but needs a rule of a higher room.
"""
