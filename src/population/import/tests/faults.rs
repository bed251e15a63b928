//! Whole messages: what is refused, and what each refusal says.

use super::*;

#[test]
fn faults_are_told_with_place_cause_and_remedy() {
    let quotes = "put a field that contains them into double quotes";
    let cases = [
        (bad("", None, None), "ties.csv: there is no tie in the file\n  = write one tie a line: two people, separated by a comma".to_owned()),
        (bad("a,b\nb\n", None, None), format!("ties.csv:2: the line has 1 field, but the first has 2 fields\n  | b\n  = fields are separated by commas here; {quotes}")),
        (bad("alone\n", None, None), "ties.csv:1: a tie needs two people, but the line has one field\n  | alone\n  = separate the two by a comma, a semicolon, a tab or a blank".to_owned()),
        (bad("a,b\n,c\n", None, None), "ties.csv:2: a person's name is missing\n  | ,c\n  = the first two fields name the two people of a tie".to_owned()),
        (bad("a,b\n\"c,d\n", None, None), "ties.csv:2: a quotation mark is opened and not closed\n  | \"c,d\n  = close it on the same line; a quotation mark within quotes is doubled".to_owned()),
        (bad("s,t,w\na,b,-1\n", None, Some("w")), "ties.csv:2: `w` must not be negative, but is `-1`\n  | a,b,-1".to_owned()),
        (bad("s,t,w\na,b,inf\n", None, Some("w")), "ties.csv:2: `w` must be finite, but is `inf`\n  | a,b,inf".to_owned()),
        (bad("s;t;w\na;b;0,5\n", None, Some("w")), "ties.csv:2: `w` must be a number, but is `0,5`\n  | a;b;0,5\n  = write numbers as 0.5, with a decimal point".to_owned()),
        (bad("s,t,w\na,b,\n", None, Some("w")), "ties.csv:2: `w` is missing\n  | a,b,\n  = write 0 for a tie without strength".to_owned()),
        (bad("s,t,w\na,b,0\n", None, Some("w")), "ties.csv: all weights in the column `w` are zero\n  = strengths are weights over the largest, which must be above zero".to_owned()),
        (bad("s,t,weight\na,b,0\n", None, Some("wieght")), "ties.csv:1: there is no column `wieght`\n  | s,t,weight\n  = did you mean `weight`?".to_owned()),
        (bad("s,t,weight\na,b,0\n", None, Some("strength")), "ties.csv:1: there is no column `strength`\n  | s,t,weight\n  = the columns are: s, t, weight".to_owned()),
        (bad("s,t\na,b\n", None, Some("t")), "ties.csv:1: the column `t` names a person and cannot be the weight\n  | s,t\n  = the first two columns are the two people".to_owned()),
        (bad("1,2,3\n", None, Some("w")), "ties.csv:1: the column `w` is asked for, but the first line does not name the columns\n  | 1,2,3\n  = begin the file with a line such as source,target,w".to_owned()),
        (bad("a,b\nb,c\nc,b\n", Some("id\na\nb\n"), None), "ties.csv:2: `c` is not in the people table\n  | b,c\n  = give this person a row in the people table".to_owned()),
        (bad("from_a,to_b\na,b\nb,c\n", Some("id\na\nb\n"), None), "ties.csv:1: `from_a` is not in the people table, nor are 2 others: c, to_b\n  | from_a,to_b\n  = give each of them a row in the people table; if the first line names the columns, call them source and target".to_owned()),
        (bad("from_a,to_b\na,b\n", Some("id\na\nb\n"), None), "ties.csv:1: `from_a` is not in the people table, nor is `to_b`\n  | from_a,to_b\n  = give each of them a row in the people table; if the first line names the columns, call them source and target".to_owned()),
        (bad("a,b\nb,c\nc,d\ne,d\n", Some("id\na\nb\n"), None), "ties.csv:2: `c` is not in the people table, nor are 2 others: d, e\n  | b,c\n  = give each of them a row in the people table".to_owned()),
        (bad("a,b\n", Some("club\na\nb\na\n"), None), "people.csv:4: `a` has a row already, in line 2\n  | a\n  = write one row a person; names are taken from the first column, `club`, since none is called id".to_owned()),
        (bad("a,b\n", Some("id,x\na,1\nb,2\na,3\n"), None), "people.csv:4: `a` has a row already, in line 2\n  | a,3\n  = write one row a person".to_owned()),
        (bad("a,b\n", Some("id,x\n,1\n"), None), "people.csv:2: the person's id is missing\n  | ,1".to_owned()),
        (bad("a,b\n", Some("1,2\n"), None), "people.csv:1: the first line must name the columns, but begins with a number\n  | 1,2\n  = begin with a line such as id,circle".to_owned()),
        (bad("a,b\n", Some("id,x,x\n"), None), "people.csv:1: the column `x` is named twice\n  | id,x,x\n  = give each column a name of its own".to_owned()),
        (bad("a,b\n", Some("id\n"), None), "people.csv: there is nobody in the file\n  = write one person a line below the names of the columns".to_owned()),
    ];
    for (told, expected) in cases {
        assert_eq!(told, expected);
    }
}

#[test]
fn all_faults_of_both_files_come_at_once_but_not_without_end() {
    let told = bad("a,b\nc\n,d\n", Some("id\na\na\n"), None);
    assert_eq!(told.matches("csv:").count(), 3, "{told}");
    let many = format!("a,b\n{}", "x\n".repeat(500));
    let many = read(many.as_bytes(), None, None);
    assert_eq!(many.unwrap_err().len(), MAX_PROBLEMS);
}

#[test]
fn text_that_is_no_text_is_refused_at_its_line() {
    let told = read(b"a,b\nM\xFCller,c\n", None, None).unwrap_err();
    assert_eq!(
        told[0].to_string(),
        "ties.csv:2: the line is not text in UTF-8\n  | M\u{FFFD}ller,c\n  \
         = save the file as UTF-8, in a spreadsheet as “CSV UTF-8”"
    );
    let control = bad("a,b\n\u{1B}[31mred\n", None, None);
    assert!(!control.contains('\u{1B}'), "a file must not command the terminal");
}

/// A file that never ends and has no line break.
struct Endless;

impl std::io::Read for Endless {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        to.fill(b'x');
        Ok(to.len())
    }
}

#[test]
fn an_endless_line_is_given_up() {
    let endless = Lines::of(Path::new("ties.csv"), Box::new(std::io::BufReader::new(Endless)));
    let told = import_lines(Ok(endless), None, None).unwrap_err();
    assert_eq!((told.len(), told[0].line), (1, Some(1)));
    assert_eq!(told[0].what, "the line is longer than 65536 bytes");
    assert_eq!(told[0].text.as_ref().map(|text| text.chars().count()), Some(121));
    let fits = format!("a,{}\n", "b".repeat(MAX_LINE_BYTES - 2));
    assert_eq!(good(&fits, None, None).report.ties, 1);
}

#[test]
fn files_that_are_not_there_are_told_with_their_neighbours() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    let settings =
        |ties: &str| ImportSettings { ties: source.join(ties), people: None, weight: None };
    let told = import(&settings("Cargo.tmol")).unwrap_err();
    assert_eq!(told[0].what, "there is no such file");
    assert_eq!(told[0].help.as_deref(), Some("did you mean `Cargo.toml`?"));
    assert_eq!(import(&settings("src")).unwrap_err()[0].what, "this is a folder, not a file");
}
