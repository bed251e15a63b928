//! Small things of Markdown: tables, sections of a text, and numbers filled in from the parameters.

use crate::scenario::specs;

/// A table; a word for none where there is no row.
pub(super) fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rows: String = rows.map(|row| line(&row)).collect();
    if rows.is_empty() {
        return "None is declared.\n".to_owned();
    }
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    format!("{}|{}\n{rows}", line(&head), "---|".repeat(head.len()))
}

/// What stands in a text under a heading of this mark and name; nothing where there is none, which a test forbids.
pub(super) fn section(text: &str, mark: &str, name: &str) -> String {
    let heading = format!("{mark}{name}");
    let mut lines = text.lines().skip_while(|line| **line != heading).skip(1);
    let body: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with(mark)).collect();
    body.join("\n").trim().to_owned()
}

/// The text with each `{path.of.a.parameter}` as its default.
pub(super) fn fill(text: &str) -> String {
    specs().iter().fold(text.to_owned(), |text, spec| {
        text.replace(&format!("{{{}}}", spec.path()), &spec.show(spec.default))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_sections_are_markdown() {
        let rows = [vec!["a|b".to_owned(), "c".to_owned()]];
        assert_eq!(table(&["X", "Y"], rows.into_iter()), "| X | Y |\n|---|---|\n| a\\|b | c |\n");
        assert_eq!(table(&["X"], std::iter::empty()), "None is declared.\n");
        let text = "intro\n## one\n\nfirst\n\n## two\nsecond\n";
        assert_eq!(section(text, "## ", "one"), "first");
        assert_eq!(section(text, "## ", "two"), "second");
        assert_eq!(section(text, "## ", "three"), "");
        assert_eq!(fill("of {people.count} people {x}"), "of 5000 people {x}");
    }
}
