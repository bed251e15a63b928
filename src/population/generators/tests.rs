//! What every generator must hold, and how the table that chooses one is read.

use super::super::network::tests::assert_sound;
use super::*;
use crate::document::Document;
use proptest::prelude::*;

fn all() -> [Generator; 6] {
    [
        Generator::default(),
        Generator::WattsStrogatz(WattsStrogatz::default()),
        Generator::BarabasiAlbert(BarabasiAlbert::default()),
        Generator::ErdosRenyi(ErdosRenyi::default()),
        Generator::Configuration(Configuration::default()),
        Generator::Complete,
    ]
}

fn read(text: &str) -> (Generator, Vec<String>) {
    let mut problems = Vec::new();
    let document = Document::parse("test", text, &mut problems);
    let generator = Generator::read(Some(&document.root), &mut problems);
    let say = |p: Problem| {
        let at = p.place.map_or("?", |place| &text[place.span]);
        format!("{at}: {}; {}", p.what, p.help.unwrap_or_default())
    };
    (generator, problems.into_iter().map(say).collect())
}

#[test]
fn each_name_chooses_its_generator() {
    for (generator, name) in all().iter().zip(NAMES) {
        assert_eq!(generator.name(), name);
        let (read, problems) = read(&format!("ties = \"x.csv\"\n[{name}]\n"));
        assert_eq!((read.name(), problems), (name, Vec::new()));
    }
    assert_eq!(read("").0.name(), "communities");
    assert_eq!(Generator::read(None, &mut Vec::new()).name(), "communities");
}

#[test]
fn parameters_are_read_and_faults_point_at_their_place() {
    let (generator, problems) = read("[erdos_renyi]\nmean_degree = 7.5\n");
    assert!(problems.is_empty());
    assert!(
        matches!(generator, Generator::ErdosRenyi(family) if (family.mean_degree.0 - 7.5).abs() < 1e-12)
    );
    let faults = [
        (
            "[communities]\n[complete]\n",
            "complete: a network has one generator, but `complete` follows `communities`; \
             leave out [people.network.communities] or [people.network.complete]",
        ),
        (
            "[watts_strogatz]\ndegree = 7\n",
            "7: `degree` must be even, but is 7; half of the neighbours are on each side: 6 or 8",
        ),
        (
            "[complete]\ndegree = 7\n",
            "degree: there is no `degree` in [people.network.complete]; the complete network has no parameters",
        ),
        (
            "complete = 3\n",
            "3: `complete` must be a table, but is a number; give the values within it: complete.KEY = VALUE",
        ),
        (
            "[configuration]\nspraed = 1\n",
            "spraed: there is no `spraed` in [people.network.configuration]; did you mean `spread`?",
        ),
    ];
    for (text, expected) in faults {
        assert_eq!(read(text).1, [expected]);
    }
}

#[test]
fn every_parameter_is_listed_under_its_generator() {
    let specs = Generator::specs();
    let tables: Vec<&str> = specs.iter().map(|spec| spec.table).collect();
    for name in &NAMES[..5] {
        assert!(tables.contains(&&*format!("people.network.{name}")), "{name}");
    }
    let founded = |spec: &Spec| spec.least <= spec.default && spec.default <= spec.most;
    assert!(specs.iter().all(founded));
}

#[test]
fn one_seed_gives_one_network_and_another_seed_another() {
    for generator in &all()[..5] {
        let drawn = |seed| {
            let network = generator.generate(300, Draws::from_seed(seed));
            (network.pairs().collect::<Vec<_>>(), network.circles)
        };
        assert_eq!(drawn(1), drawn(1), "{}", generator.name());
        assert_ne!(drawn(1).0, drawn(2).0, "{}", generator.name());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn every_network_is_simple_whatever_the_parameters(
        people in 0_usize..120, seed: u64, family in 0_usize..6, ends in proptest::collection::vec(0.0..=1.0_f64, 8)
    ) {
        let mut generator = all()[family].clone();
        match &mut generator {
            Generator::Communities(group) => spread_over_range(group, &ends),
            Generator::WattsStrogatz(group) => spread_over_range(group, &ends),
            Generator::BarabasiAlbert(group) => spread_over_range(group, &ends),
            Generator::ErdosRenyi(group) => spread_over_range(group, &ends),
            Generator::Configuration(group) => spread_over_range(group, &ends),
            Generator::Complete => {}
        }
        let network = generator.generate(people, Draws::from_seed(seed));
        prop_assert_eq!(network.people(), people);
        assert_sound(&network);
    }
}

/// Puts each parameter at the given part of its range.
fn spread_over_range<P: Parameters>(group: &mut P, parts: &[f64]) {
    for (spec, part) in P::specs().iter().zip(parts) {
        let value = spec.least + part * (spec.most - spec.least);
        group.set(spec.name, if spec.whole { value.round() } else { value });
    }
}
