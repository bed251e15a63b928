use stammtisch::draws::Draws;
use stammtisch::parameters::Parameters;
use stammtisch::population::*;
use stammtisch::quantity::*;
use stammtisch::strategy::*;
use stammtisch::*;
fn main() {
    let n = 4000;
    let a: Vec<String> = std::env::args().collect();
    let mut rules = rules::Rules {
        discount: 0.1,
        horizon: 1040,
        ..Default::default()
    };
    let mut st = start::Start::default();
    let mut gen_ = Generator::default();
    for kv in &a[1..] {
        let (k, v) = kv.split_once('=').unwrap();
        let v: f64 = v.parse().unwrap();
        if !(rules.contact.set(k, v) || rules.turnover.set(k, v) || st.set(k, v)) {
            panic!("{k}")
        }
    }
    let lasting = Draws::from_seed(3).in_replication(0);
    let net = gen_.generate(n, lasting);
    let firms = [start::FirmPlan {
        price: Money::from_number(5.0),
        unit_cost: Money::from_number(4.0),
        quality: Share(0.85),
    }];
    let b = start::Beginning {
        traits: &traits::Traits::default(),
        start: &st,
        firms: &firms,
        given: &start::Given::default(),
        rules: &rules,
        lasting,
    };
    let mut m = b.market(&net);
    let s = [Strategy::absent()];
    for w in 0..=1040u32 {
        if [0, 52, 104, 156, 260, 520, 1040].contains(&w) {
            let mut ws = vec![];
            let mut dorm = 0;
            let mut haz = 0.0;
            let mut emb = 0;
            for p in m.people.all() {
                for t in m.ties.of(p) {
                    if p < t.partner {
                        ws.push(t.strength);
                        if t.is_dormant(w, 52.0) {
                            dorm += 1;
                        }
                        let e = m.ties.common(p, t.partner) > 0;
                        emb += e as usize;
                        haz += rules.turnover.hazard(t.strength, e);
                    }
                }
            }
            ws.sort_by(f32::total_cmp);
            let k = ws.len();
            let q = |x: f64| ws[(x * (k - 1) as f64) as usize];
            let mean = ws.iter().sum::<f32>() / k as f32;
            let var = ws.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / k as f32;
            let deg: Vec<f64> = m.people.all().map(|p| m.ties.degree(p) as f64).collect();
            let dm = deg.iter().sum::<f64>() / n as f64;
            let dsd = (deg.iter().map(|d| (d - dm).powi(2)).sum::<f64>() / n as f64).sqrt();
            println!(
                "w{w:5} ties {k} load {:.2} mean {mean:.3} sd {:.3} q05 {:.3} q25 {:.3} q50 {:.3} q75 {:.3} q95 {:.3} dormant {:.3} embedded {:.3} haz {:.5} degsd {dsd:.2}",
                2.0 * k as f32 * mean / n as f32,
                var.sqrt(),
                q(0.05),
                q(0.25),
                q(0.5),
                q(0.75),
                q(0.95),
                dorm as f64 / k as f64,
                emb as f64 / k as f64,
                haz / k as f32
            );
        }
        week::live(&mut m, &s, &rules, lasting);
    }
}
