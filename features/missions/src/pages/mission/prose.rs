//! A description as its writer laid it out: paragraphs, and lists where lines begin with a dash.

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// The lines of a paragraph.
    Lines(Vec<String>),
    /// The items of a list.
    Items(Vec<String>),
}

/// The parts of a text, in order.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut fresh = true;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            fresh = true;
            continue;
        }
        match (item(line), blocks.last_mut().filter(|_| !fresh)) {
            (Some(item), Some(Block::Items(items))) => items.push(item.to_owned()),
            (Some(item), _) => blocks.push(Block::Items(vec![item.to_owned()])),
            (None, Some(Block::Lines(lines))) => lines.push(line.to_owned()),
            (None, _) => blocks.push(Block::Lines(vec![line.to_owned()])),
        }
        fresh = false;
    }
    blocks
}

fn item(line: &str) -> Option<&str> {
    let marks = ["- ", "– ", "• ", "* "];
    marks
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::{Block, blocks};

    #[test]
    fn paragraphs_lines_and_lists_stay_apart() {
        let lines = |lines: &[&str]| Block::Lines(lines.iter().map(|line| (*line).to_owned()).collect());
        let items = |items: &[&str]| Block::Items(items.iter().map(|item| (*item).to_owned()).collect());

        let read = blocks(
            "Bonjour\nà vous\n\n\nLivrables :\n- un plan\n• un  prototype\n\n- autre liste\nfin-fin\n",
        );

        assert_eq!(
            read,
            [
                lines(&["Bonjour", "à vous"]),
                lines(&["Livrables :"]),
                items(&["un plan", "un  prototype"]),
                items(&["autre liste"]),
                lines(&["fin-fin"]),
            ]
        );
        assert_eq!(blocks("  \n \n"), []);
    }
}
