"""Services that write figures, scans and effects."""

from middenstip.domain.baseline.services.effects import claim_effect, measure_effect, set_effect
from middenstip.domain.baseline.services.hiding import (
    hide_effect,
    hide_observation,
    hide_reading,
    hide_scan,
    show_effect,
    show_observation,
    show_reading,
    show_scan,
)
from middenstip.domain.baseline.services.loading import EditionData, Loaded, MeasureData, load_edition
from middenstip.domain.baseline.services.own import add_own_figure, measure_own_figure
from middenstip.domain.baseline.services.scans import (
    begin_reading,
    begin_walk,
    choose_figures,
    fix_scan,
    repeat_scan,
    start_scan,
    stop_scan,
)
from middenstip.domain.baseline.services.values import (
    agree_value,
    answer_value,
    count_answers,
    drop_answers_of,
    hide_value,
    propose_value,
    show_value,
)
from middenstip.domain.baseline.services.voices import observe, read_figures, withdraw_observation

__all__ = [
    "EditionData",
    "Loaded",
    "MeasureData",
    "add_own_figure",
    "agree_value",
    "answer_value",
    "begin_reading",
    "begin_walk",
    "choose_figures",
    "claim_effect",
    "count_answers",
    "drop_answers_of",
    "fix_scan",
    "hide_effect",
    "hide_observation",
    "hide_reading",
    "hide_scan",
    "hide_value",
    "load_edition",
    "measure_effect",
    "measure_own_figure",
    "observe",
    "propose_value",
    "read_figures",
    "repeat_scan",
    "set_effect",
    "show_effect",
    "show_observation",
    "show_reading",
    "show_scan",
    "show_value",
    "start_scan",
    "stop_scan",
    "withdraw_observation",
]
