//! What an audit says, sentence by sentence.

use super::super::words;
use super::words::{percent, share, there, whole};
use crate::evidence::Verdict;
use crate::evidence::audit::Audit;
use crate::evidence::audit::alarms::NOMINAL;
use crate::evidence::audit::doses::Response;
use crate::evidence::audit::extremes::{Aim, Extreme};

/// All that is to be said.
#[must_use]
pub fn all(audit: &Audit) -> Vec<String> {
    let mut told = vec![held(audit)];
    told.extend(audit.alarms.iter().enumerate().filter_map(|(at, alarm)| {
        let fault = if alarm.is_fault() { " That is too many: the verdict is at FAULT." } else { "" };
        (at == 0 || alarm.is_fault()).then(|| {
            format!(
                "Of {} comparisons of {}, the verdict calls {} better; it promises {} at most.{fault}",
                whole(alarm.share.of),
                alarm.what,
                share(alarm.share),
                percent(NOMINAL)
            )
        })
    }));
    told.push(who_wins(audit));
    told.extend(audit.extremes.iter().map(|world| best_world(audit, world)));
    let turning: Vec<&str> = audit
        .doses
        .iter()
        .filter(|dose| dose.response == Response::Turns)
        .map(|dose| dose.gain)
        .collect();
    told.push(if turning.is_empty() {
        "No mechanism is good for one side in small doses and for the other in large ones."
            .to_owned()
    } else {
        format!(
            "The lead turns round as the dose grows, by more than luck: {}.",
            turning.join(", ")
        )
    });
    told
}

fn held(audit: &Audit) -> String {
    let of =
        |verdict: Verdict| audit.exact.iter().filter(|exact| exact.verdict() == verdict).count();
    let (right, wrong) = (of(Verdict::Passes), of(Verdict::Fails));
    if wrong > 0 {
        let all = right + wrong;
        return format!("{wrong} of {all} exact checks FAIL: the machine is not neutral here.");
    }
    format!("All {right} exact checks hold.")
}

fn who_wins(audit: &Audit) -> String {
    let (shares, [one, other]) = (audit.shares(), &audit.sides);
    let worlds = audit.found.len();
    let open = worlds - shares.ahead[0].count - shares.ahead[1].count;
    format!(
        "Of {worlds} plausible worlds {one} is certainly ahead of {other} in {}, {other} of {one} in {}, and {open} do not tell; doing nothing certainly beats both in {}.",
        shares.ahead[0].count, shares.ahead[1].count, shares.best[2].count
    )
}

fn best_world(audit: &Audit, world: &Extreme) -> String {
    let (side, against) = (&audit.sides[world.side], &audit.sides[1 - world.side]);
    let lead = |lead| words::difference(audit.measure.unit, lead);
    let (over, absent) = (lead(world.found.other), lead(world.found.absent));
    let most: Vec<String> = world
        .carriers
        .iter()
        .take(3)
        .map(|carrier| format!("{} = {}", carrier.spec.path(), there(carrier)))
        .collect();
    let most = most.join(", ");
    match world.aim {
        Aim::Lead if world.found.beats_other() => {
            format!("{side} leads {against} by {over} where above all {most}.")
        }
        Aim::Lead => format!(
            "No world was found in which {side} certainly leads {against}: at the end of the search by {over}. Either it cannot, or the model does not let it."
        ),
        Aim::Win if world.found.wins() => format!(
            "{side} wins against all, ahead of {against} by {over} and of doing nothing by {absent}, where above all {most}."
        ),
        Aim::Win => format!(
            "No world was found in which {side} is certainly ahead of {against} and of doing nothing as well: at the end of the search by {over} and {absent}."
        ),
    }
}
