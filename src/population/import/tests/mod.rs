//! Whole files: what is accepted, and what is repaired.

mod faults;
mod orders;

use super::super::network::tests::assert_sound;
use super::*;
use std::io::Cursor;
use std::path::Path;

fn lines(name: &str, text: &[u8]) -> Lines {
    Lines::of(Path::new(name), Box::new(Cursor::new(text.to_vec())))
}

fn read(
    ties: &[u8],
    people: Option<&[u8]>,
    weight: Option<&str>,
) -> Result<Imported, Vec<ImportProblem>> {
    import_lines(
        Ok(lines("ties.csv", ties)),
        people.map(|text| Ok(lines("people.csv", text))),
        weight,
    )
}

fn good(ties: &str, people: Option<&str>, weight: Option<&str>) -> Imported {
    let imported = read(ties.as_bytes(), people.map(str::as_bytes), weight);
    let imported = imported.unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_sound(&imported.network);
    imported
}

fn bad(ties: &str, people: Option<&str>, weight: Option<&str>) -> String {
    let problems = read(ties.as_bytes(), people.map(str::as_bytes), weight).map(|i| i.report);
    let told: Vec<String> =
        problems.expect_err("a fault").iter().map(ToString::to_string).collect();
    told.join("\n")
}

fn ties_by_name(imported: &Imported) -> Vec<String> {
    let name = |person: usize| &imported.network.names[person];
    imported.network.pairs().map(|(a, b)| format!("{}-{}", name(a), name(b))).collect()
}

fn strengths(imported: &Imported) -> Vec<Option<f32>> {
    imported.network.graph.raw_edges().iter().map(|tie| tie.weight).collect()
}

#[test]
fn every_usual_form_of_a_ties_file_is_the_same_network() {
    let forms = [
        "b,c\na,b\n",
        "source,target\nb,c\na,b\n",
        "From;To\r\nb;c\r\n\r\na;b\r\n",
        "\u{FEFF}# made by hand\nb\tc\textra\na\tb\textra",
        "  b   c\n  # more\n a b \n",
        "\"b\",\"c\"\n\"a\", \"b\"\n",
    ];
    for form in forms {
        let imported = good(form, None, None);
        assert_eq!(ties_by_name(&imported), ["a-b", "b-c"], "{form:?}");
        assert_eq!(strengths(&imported), [None, None]);
        assert_eq!(imported.network.keys[0], Key::of_name("a"));
    }
}

#[test]
fn a_header_is_told_from_two_people() {
    let header = |ties: &str, people| good(ties, people, None).report.header;
    assert!(header("a,b\n1,2\n", None), "usual names above numbers");
    assert!(header("lender,borrower\n1,2\n", None), "other words above numbers");
    assert!(header("source,target\nx,y\n", None), "usual names above names");
    assert!(!header("a,b\nb,c\n", None), "b is a person further down");
    assert!(!header("a,b\n", Some("id\na\nb\n")), "a and b are in the people table");
    assert!(!header("1,2\n3,4\n", None), "numbers");
    assert!(!header("anna,bert\ncara,dora\n", None), "names above names");
    let weights = "name1;name2;strength\nanna;bert;0.5\nbert;cara;1\n";
    assert!(header(weights, None), "a word above numbers in a further column");
    assert!(!header("anna,bert,old\nbert,cara,1\ncara,dora,new\n", None), "not all are numbers");
    assert!(!header("anna,bert,2\nbert,cara,1\n", None), "a number above numbers");
    assert!(!header("anna,bert,x\n", None), "nothing stands below");
    for missing in ["", "NA", "nan", "-"] {
        let first_is_missing = format!("anna,bert,{missing}\ncara,dora,3\ndora,emil,2\n");
        assert!(!header(&first_is_missing, None), "a first number that is missing: {missing}");
    }
}

#[test]
fn repairs_are_made_and_counted() {
    let imported = good("from,to,w\na,b,1\na,b,4\nb,a,2\nc,c,9\nc,a,0\nb,a,2\n", None, Some("w"));
    let report = &imported.report;
    assert_eq!(ties_by_name(&imported), ["a-b", "a-c"]);
    assert_eq!(strengths(&imported), [Some(1.0), Some(0.0)], "4 of 4, and 0 of 4");
    assert_eq!((report.rows, report.ties, report.duplicates), (6, 2, 2));
    assert_eq!((report.self_loops, report.both_directions), (1, 1));
    assert_eq!((report.people, report.isolates, report.components), (3, 0, 1));
}

#[test]
fn a_loop_alone_still_names_its_person() {
    let imported = good("a,b\nz,z\nb,c\n", None, None);
    assert_eq!(imported.network.names, ["a", "b", "c", "z"]);
    assert_eq!((imported.report.isolates, imported.report.components), (1, 2));
}

#[test]
fn a_people_table_adds_isolates_circles_and_numbers() {
    let people =
        "name;circle;ID;value\nC;north;3;\nA;south;10;2.5\nB;north;2;-1e3\nD;;7;0\nE;;11;1\n";
    let imported = good("10 2\n2 3\n", Some(people), None);
    assert_eq!(imported.network.names, ["2", "3", "7", "10", "11"]);
    assert_eq!(imported.network.circles, [0, 0, 1, 2, 3]);
    assert!(imported.report.circles_given);
    assert_eq!(imported.report.isolates, 2);
    let table = imported.table.unwrap();
    assert_eq!(table.columns(), ["name", "circle", "value"]);
    assert_eq!(table.words("name").unwrap(), ["B", "C", "D", "A", "E"]);
    assert_eq!(
        table.number("value", &(-1e9..=1e9)).unwrap().unwrap(),
        [Some(-1000.0), None, Some(0.0), Some(2.5), Some(1.0)]
    );
    assert!(
        table.number("ID", &(0.0..=1.0)).is_none() && table.number("worth", &(0.0..=1.0)).is_none()
    );
    assert_eq!(
        table.number("name", &(0.0..=1.0)).unwrap().unwrap_err().to_string(),
        "people.csv:2: `name` must be a number from 0 to 1, but is `C`\n  | C, north, 3, \n  \
         = write numbers as 0.5, with a decimal point; leave the field empty where nothing is known"
    );
}

fn real(name: &str, weight: &str) -> Option<Imported> {
    let Some(folder) = std::env::var_os("STAMMTISCH_DATA") else {
        println!("skipped: STAMMTISCH_DATA is not set");
        return None;
    };
    let folder = PathBuf::from(folder).join(name);
    let (ties, people) = (folder.join("ties.csv"), Some(folder.join("people.csv")));
    let settings = ImportSettings { ties, people, weight: Some(weight.to_owned()) };
    Some(import(&settings).expect("the data are sound"))
}

#[test]
fn real_networks_are_read_as_their_publishers_counted_them() {
    for (name, people, ties, circles) in
        [("brazilian-farmers", 692, 1717, 11), ("medical-innovation", 125, 240, 4)]
    {
        let Some(imported) = real(name, "nominations") else {
            return;
        };
        assert_sound(&imported.network);
        let report = imported.report;
        assert_eq!((report.people, report.ties, report.circles), (people, ties, circles), "{name}");
        assert_eq!((report.header, report.delimiter), (true, "commas"));
        assert!(imported.table.unwrap().number("adopted_at", &(0.0..=100.0)).unwrap().is_ok());
    }
}
