//! Templates as text nodes and tags, their expressions blanked out.

/// Stands in for every character of an expression, so that lines and columns stay.
const BLANK: char = '\u{1}';

/// A part of a page.
pub(super) enum Piece {
    /// What a reader sees, with the line where it starts.
    Text { line: usize, text: String },
    /// An opening tag.
    Tag(Tag),
}

/// An opening tag; names are in lower case.
pub(super) struct Tag {
    pub name: String,
    pub attributes: Vec<Attribute>,
}

/// An attribute and the line it stands on.
pub(super) struct Attribute {
    pub line: usize,
    pub name: String,
    pub value: String,
}

impl Tag {
    /// The value of an attribute; empty when it has none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
            .map_or("", |found| &found.value)
    }
}

/// The template with each `{{ … }}`, `{% … %}` and `{# … #}` blanked out, and blocks that fill an attribute: by
/// agreement their names end in `_class`.
pub(super) fn blank_expressions(template: &str) -> String {
    let mut blanked = String::with_capacity(template.len());
    let mut fills_attribute = false;
    let blank = |text: &str| {
        text.chars()
            .map(|char| if char == '\n' { char } else { BLANK })
            .collect::<String>()
    };
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        blanked += &if fills_attribute {
            blank(before)
        } else {
            before.to_owned()
        };
        let end = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
            .iter()
            .find(|(open, _)| from.starts_with(open))
            .map(|(_, close)| from.find(close).map_or(from.len(), |end| end + close.len()));
        let (expression, after) = from.split_at(end.unwrap_or(1));
        blanked += &if end.is_some() {
            blank(expression)
        } else {
            expression.to_owned()
        };
        let words: Vec<&str> = expression.split_whitespace().collect();
        match words.get(1..) {
            Some(["block", name, ..]) => fills_attribute = name.ends_with("_class"),
            Some(["endblock", ..]) => fills_attribute = false,
            _ => {}
        }
        rest = after;
    }
    blanked.push_str(rest);
    blanked
}

/// The pieces of a template; comments, scripts and style sheets are none.
pub(super) fn pieces(template: &str) -> Vec<Piece> {
    let blanked = blank_expressions(template);
    let mut reader = Reader {
        rest: &blanked,
        line: 1,
    };
    let mut pieces = Vec::new();
    while !reader.rest.is_empty() {
        let line = reader.line;
        let text = reader.until("<");
        pieces.push(Piece::Text {
            line,
            text: text.to_owned(),
        });
        if reader.rest.starts_with("<!--") {
            reader.through("-->");
        } else if reader.rest.starts_with("</") || reader.rest.starts_with("<!") {
            reader.through(">");
        } else if reader.rest.starts_with('<') {
            let tag = reader.tag();
            if tag.name == "script" || tag.name == "style" {
                reader.through(&format!("</{}", tag.name));
                reader.through(">");
            }
            pieces.push(Piece::Tag(tag));
        }
    }
    pieces
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn until(&mut self, end: &str) -> &'a str {
        self.take(self.rest.find(end).unwrap_or(self.rest.len()))
    }

    fn through(&mut self, end: &str) {
        self.until(end);
        self.take(end.len());
    }

    fn while_true(&mut self, holds: impl Fn(char) -> bool) -> &'a str {
        self.take(self.rest.find(|char| !holds(char)).unwrap_or(self.rest.len()))
    }

    fn tag(&mut self) -> Tag {
        self.take(1);
        let name = self
            .while_true(|char| char.is_alphanumeric() || char == '-')
            .to_lowercase();
        let mut attributes = Vec::new();
        loop {
            self.while_true(|char| char.is_whitespace() || char == BLANK || char == '/');
            if self.rest.is_empty() || self.rest.starts_with('>') {
                self.take(1);
                return Tag { name, attributes };
            }
            attributes.push(self.attribute());
        }
    }

    fn attribute(&mut self) -> Attribute {
        let line = self.line;
        // At least one character, so that a stray sign cannot hold us up.
        let first = self.rest.chars().next().map_or(0, char::len_utf8);
        let mut name = self.take(first).to_lowercase();
        name += &self
            .while_true(|char| !char.is_whitespace() && !['=', '>', '/', BLANK].contains(&char))
            .to_lowercase();
        if !self.rest.starts_with('=') {
            return Attribute {
                line,
                name,
                value: String::new(),
            };
        }
        self.take(1);
        let quote = self.rest.chars().next().filter(|char| ['"', '\''].contains(char));
        let value = match quote {
            Some(quote) => {
                self.take(1);
                let value = self.until(&quote.to_string());
                self.take(1);
                value
            }
            None => self.while_true(|char| !char.is_whitespace() && char != '>'),
        };
        Attribute {
            line,
            name,
            value: value.to_owned(),
        }
    }
}

#[test]
fn a_block_of_classes_is_not_text() {
    let blanked =
        blank_expressions("{% block main_class %}wide{% endblock %}\n{% block main %}text{% endblock %}");

    assert_eq!(blanked.replace(BLANK, ""), "\ntext");
}

#[test]
fn a_template_falls_into_text_and_tags() {
    let page = "<p {% if a > b %}hidden{% endif %} class='x y'\n title=\"{{ t }}\">{{ \"in\" }} out</p><style>p {}</style>";

    let pieces = pieces(page);

    let text: String = pieces
        .iter()
        .map(|piece| {
            if let Piece::Text { text, .. } = piece {
                text
            } else {
                ""
            }
        })
        .collect();
    assert_eq!(text.trim_matches(|char: char| char == BLANK), " out");
    let tags: Vec<_> = pieces
        .iter()
        .filter_map(|piece| {
            if let Piece::Tag(tag) = piece {
                Some(tag)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(
        tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(),
        ["p", "style"]
    );
    let names: Vec<_> = tags[0]
        .attributes
        .iter()
        .map(|attribute| attribute.name.as_str())
        .collect();
    assert_eq!(names, ["hidden", "class", "title"]);
    assert_eq!((tags[0].get("class"), tags[0].attributes[2].line), ("x y", 2));
}
