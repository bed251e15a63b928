//! Where the answer is known exactly, the engine gives it; and the limits at which there is nothing to draw.

use stammtisch::draws::Draws;
use stammtisch::evidence::judgement::Verdict;
use stammtisch::evidence::limits::bench::{
    CERTAIN, alike, known_to_all, market, network, silent, strangers, weeks,
};
use stammtisch::evidence::limits::{DRAWN, Precision};
use stammtisch::evidence::validation::Plan;
use stammtisch::evidence::{Depth, limits};
use stammtisch::firms::Reason;
use stammtisch::population::start::Given;
use stammtisch::quantity::{Number, WeeklyHazard};
use std::collections::BTreeSet;

#[test]
fn every_exact_limit_holds() {
    let plan = Plan { findings: Vec::new(), ..Plan::new(1, Depth::Quick, &["C".to_owned()]) };
    let checked = plan.carry_out(&|| ()).limits;
    let comparisons = || checked.iter().flat_map(|limit| &limit.comparisons);
    let off: Vec<String> = checked
        .iter()
        .flat_map(|checked| checked.comparisons.iter().map(|c| (checked.limit.id, c)))
        .filter(|(_, comparison)| comparison.verdict() != Verdict::Passes)
        .map(|(id, c)| {
            let (verdict, within) = (c.verdict().word(), c.tolerance());
            format!("{id} {verdict}: {}: {} instead of {} ± {within}", c.what, c.found, c.exact)
        })
        .collect();
    assert!(off.is_empty(), "{off:#?}");
    assert!(checked.iter().all(|checked| checked.verdict == Verdict::Passes));
    let drawn = comparisons().filter(|c| matches!(c.precision, Precision::Drawn(_))).count();
    assert_eq!(drawn, DRAWN, "the number from which the chance of a false alarm follows");
}

#[test]
fn what_is_said_of_false_alarms_is_true() {
    let normal = 0.5 * (1.0 + libm::erf(-limits::TOLERANCE / std::f64::consts::SQRT_2));
    let all = 2.0 * normal * DRAWN as f64;
    assert!(all < 0.01, "one seed in a hundred at most, and not {all}");
    let said = format!("There are {DRAWN} such comparisons");
    let text = include_str!("../src/evidence/limits/mod.rs").replace("\n//! ", " ");
    assert!(text.contains(&said), "{said}");
}

#[test]
fn every_limit_is_declared_once_and_says_where_it_comes_from() {
    let mut ids = BTreeSet::new();
    for limit in limits::all() {
        assert!(ids.insert(limit.id), "{} stands twice", limit.id);
        let section = limit.id.strip_prefix('C').and_then(|rest| rest.split('-').next());
        let section = section.and_then(|number| number.parse::<u32>().ok());
        assert!(section.is_some_and(|section| (1..=11).contains(&section)), "{}", limit.id);
        assert!(limit.statement.ends_with('.') && limit.source.len() > 8, "{}", limit.id);
    }
}

#[test]
fn a_given_readiness_to_leave_is_everybodys_and_not_only_the_first_customers() {
    let mut rules = silent();
    (rules.adoption.search, rules.leaving.usual) = (CERTAIN, WeeklyHazard(0.5));
    let given = Given { frailty: vec![Some(0.0); 300], ..Given::default() };
    for customers in [0.0, 0.5, 1.0] {
        let start = known_to_all(customers);
        let parts = (&alike(), &start, &given);
        let luck = Draws::from_seed(12);
        let mut market = market(&network(300, &[]), parts, &rules, luck);
        let facts = weeks(&mut market, &rules, 10, luck);
        assert_eq!(facts[10].customers, 300, "{customers}");
    }
}

#[test]
fn however_much_annoys_each_loss_keeps_its_cause_and_payments_still_fail() {
    let mut rules = silent();
    rules.leaving.annoyed = Number(2.0);
    for (usual, payment, reason) in [
        (WeeklyHazard(0.02), WeeklyHazard(0.0), Reason::Irritation),
        (WeeklyHazard(0.0), CERTAIN, Reason::Payment),
    ] {
        (rules.leaving.usual, rules.leaving.payment) = (usual, payment);
        let mut market = strangers(300, &alike(), &known_to_all(1.0), &rules, Draws::from_seed(1));
        market.firms[0].clientele.irritation.used().fill(150.0);
        // A trifle next to the annoyance, so that nobody leaves for it.
        market.circles.trouble.fill(1e-9);
        let facts = weeks(&mut market, &rules, 1, Draws::from_seed(13));
        assert_eq!(facts[1].left[reason as usize], 300);
    }
}
