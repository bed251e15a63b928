use stammtisch::draws::Draws;
use stammtisch::facts::Facts;
use stammtisch::parameters::Parameters;
use stammtisch::population::*;
use stammtisch::quantity::*;
use stammtisch::strategy::*;
use stammtisch::*;
fn main() {
    let n: usize = std::env::args().nth(1).map_or(5000, |a| a.parse().unwrap());
    let seed: u64 = std::env::args().nth(2).map_or(1, |a| a.parse().unwrap());
    let mut rules = rules::Rules {
        discount: 0.1,
        horizon: 156,
        ..Default::default()
    };
    if std::env::args().nth(3).as_deref() == Some("off") {
        rules.turnover.renewal = Number(0.0);
    }
    let t0 = std::time::Instant::now();
    let lasting = Draws::from_seed(seed).in_replication(0);
    let net = Generator::default().generate(n, lasting);
    let t1 = t0.elapsed();
    let traits = traits::Traits::default();
    let st = start::Start::default();
    let given = start::Given::default();
    let firms = [start::FirmPlan {
        price: Money::from_number(5.0),
        unit_cost: Money::from_number(4.0),
        quality: Share(0.85),
    }];
    let b = start::Beginning {
        traits: &traits,
        start: &st,
        firms: &firms,
        given: &given,
        rules: &rules,
        lasting,
    };
    let market = b.market(&net);
    println!(
        "gen {:?} market {:?} ties {} renewal/wk {}",
        t1,
        t0.elapsed() - t1,
        market.ties.count(),
        market.renewal
    );
    let mk = |names: &[&str]| {
        let lines = names
            .iter()
            .map(|nm| Line {
                name: nm.to_string(),
                share: 1.0 / names.len() as f64,
                programme: programmes::read(nm, &Default::default(), &[], &mut vec![]).unwrap(),
            })
            .collect();
        Strategy {
            name: names.join("+"),
            allowance: Money::from_number(50.0),
            lines,
        }
    };
    for s in [
        Strategy::absent(),
        mk(&["advertising", "posts"]),
        mk(&["introductions", "occasions"]),
        mk(&["introductions"]),
        mk(&["occasions"]),
    ] {
        let t = std::time::Instant::now();
        let mut m = market.clone();
        let mut tot = Facts::default();
        let s = [s];
        let mut snaps = vec![];
        simulation::simulate(&mut m, &s, &rules, lasting, |w, _, f| {
            tot.absorb(f);
            if [0, 52, 156].contains(&w) {
                snaps.push((w, tot.clone()));
            }
        });
        println!(
            "== {} {:?}  ns/person-week {:.0}",
            s[0].name,
            t.elapsed(),
            t.elapsed().as_nanos() as f64 / n as f64 / 156.0
        );
        for id in measures::all() {
            print!("{}: ", id.id);
            for (_, f) in &snaps {
                print!("{} ", id.of(f).map_or("-".into(), parameters::tidy));
            }
            print!(" | ");
        }
        println!(
            "\n left {:?} ties {:?} met {} dissolved {} contacts {}",
            tot.left,
            snaps.iter().map(|s| s.1.ties).collect::<Vec<_>>(),
            tot.ties_met,
            tot.ties_dissolved,
            tot.contacts
        );
        println!(
            " load mean {:.3}",
            m.people.load.iter().sum::<f32>() / n as f32
        );
    }
}
