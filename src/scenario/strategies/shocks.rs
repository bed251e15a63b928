//! Reading shocks: `[shocks.quality_failure]` and `[shocks.PROGRAMME]`, which befall the firm under every strategy.

use super::Terms;
use super::mix::only;
use crate::document::{Entry, Problem, Table, Value};
use crate::parameters::Parameters;
use crate::programmes::{self, NAMES};
use crate::quantity::Horizon;
use crate::strategy::{Act, ActPlan, QualityFailure, Strategy};

/// The shock that is no programme.
pub(in crate::scenario) const FAILURE: &str = "quality_failure";

/// Reads the shocks of a scenario, and lets every strategy meet them.
pub(super) fn read(
    root: &Table,
    terms: Terms,
    strategies: &mut [Strategy],
    problems: &mut Vec<Problem>,
) {
    let Some(shocks) = root.table("shocks", problems) else { return };
    let known: Vec<&str> = [FAILURE].into_iter().chain(NAMES.iter().copied()).collect();
    shocks.refuse_unknown(&known, "[shocks]", problems);
    for entry in shocks.entries.iter().filter(|entry| known.contains(&&*entry.name)) {
        let Some(table) = shocks.table(&entry.name, problems) else { continue };
        if entry.name == FAILURE {
            let failure = QualityFailure::read(Some(table), &[], problems);
            refuse_late(entry, failure.week, terms.horizon, problems);
            for strategy in &mut *strategies {
                strategy.failure = Some(failure.clone());
            }
            continue;
        }
        let act = read_act(&entry.name, table, problems);
        refuse_late(entry, act.map_or(Horizon(0.0), |act| act.plan.week), terms.horizon, problems);
        for strategy in &mut *strategies {
            // Each strategy has its own; what is wrong with it was told once.
            strategy.acts.extend(read_act(&entry.name, table, &mut Vec::new()));
        }
    }
}

/// Reads a programme that is carried out whatever the strategy.
fn read_act(name: &str, table: &Table, problems: &mut Vec<Problem>) -> Option<Act> {
    let keys: Vec<&str> = ActPlan::specs().iter().map(|spec| spec.name).collect();
    let stands = format!("strategies.NAME.{name}");
    let own = programmes::specs().into_iter().filter(|spec| spec.table == stands);
    let own: Vec<&str> = own.map(|spec| spec.name).collect();
    let known: Vec<&str> = keys.iter().chain(&own).copied().collect();
    table.refuse_unknown(&known, &format!("[shocks.{name}]"), problems);
    let plan = ActPlan::read(Some(&only(table, &keys)), &[], problems);
    let chosen = programmes::read(name, &only(table, &own), &[], problems)?;
    Some(Act { name: name.to_owned(), account: format!("{name} (shock)"), plan, chosen })
}

fn refuse_late(entry: &Entry, week: Horizon, horizon: u32, problems: &mut Vec<Problem>) {
    let week = week.whole();
    if week < horizon {
        return;
    }
    let Value::Table(table) = &entry.value else { return };
    let place = table.get("week").map_or(&entry.name_place, |week| &week.place);
    let what = format!(
        "the shock never comes: it begins in week {week}, and the last week is {}",
        horizon - 1
    );
    problems.push(Problem::at(place, what).advise("weeks are counted from 0"));
}
