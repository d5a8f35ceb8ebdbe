#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use futures::{StreamExt, stream};

use super::*;
use crate::model::{Direction, Filter, Found, Sort, TextField};

const BOOKS: Shelf = Shelf {
    name: "books",
    version: 1,
    texts: &[
        TextField {
            name: "title",
            weight: 4.0,
        },
        TextField {
            name: "body",
            weight: 1.0,
        },
    ],
    facets: &["kind", "place"],
    numbers: &["added", "price"],
};

fn book(number: u128, title: &str, body: &str) -> Document {
    Document {
        id: Uuid::from_u128(number),
        texts: vec![("title", title.to_owned()), ("body", body.to_owned())],
        facets: vec![(
            "kind",
            if number.is_multiple_of(2) { "even" } else { "odd" }.to_owned(),
        )],
        numbers: vec![("added", i64::try_from(number).unwrap())],
        card: number.to_string().into_bytes(),
    }
}

async fn in_memory(books: Vec<Document>) -> Library {
    let library = Library::open(None, &[BOOKS]).unwrap();
    library.upsert("books", books).await.unwrap();
    library
}

fn ask(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        limit: 100,
        ..Query::default()
    }
}

/// The numbers of the books found, in order.
fn found(library: &Library, query: &Query) -> Vec<u128> {
    let answer = library.search("books", query).unwrap();
    let numbers: Vec<u128> = answer.hits.iter().map(|hit| hit.id.as_u128()).collect();
    let cards: Vec<u128> = answer
        .hits
        .iter()
        .map(|hit| std::str::from_utf8(&hit.card).unwrap().parse().unwrap())
        .collect();
    assert_eq!(numbers, cards);
    assert_eq!(answer.total, numbers.len());
    numbers
}

#[tokio::test]
async fn all_words_must_match_and_the_last_may_be_a_beginning() {
    let library = in_memory(vec![
        book(1, "Comptable", "pour une banque à Lausanne"),
        book(2, "Comptable", "pour une école à Genève"),
        book(3, "Jardinier", "d’une banque"),
    ])
    .await;

    assert_eq!(found(&library, &ask("comptables banque")), [1]);
    assert_eq!(found(&library, &ask("comptable gen")), [2]);
    assert_eq!(found(&library, &ask("comptable l’ecole")), [2]);
    let banq = library.search("books", &ask("banq comptable")).unwrap();
    assert_eq!(
        (banq.total, banq.found),
        (2, Found::Partly),
        "only the last word is a beginning"
    );
}

#[tokio::test]
async fn a_heavier_text_comes_first_then_the_closer_word_then_the_newer() {
    let library = in_memory(vec![
        book(1, "Rust", "langage"),
        book(2, "Langage", "rust rust rust rust"),
        book(3, "Rustique", "meubles"),
        book(4, "Rust", "langage"),
    ])
    .await;

    assert_eq!(found(&library, &ask("rust")), [4, 1, 3, 2]);
}

#[tokio::test]
async fn a_misspelt_word_is_forgiven_only_when_nothing_matches() {
    let library = in_memory(vec![
        book(1, "Comptabilité", "x"),
        book(2, "Entwicklung", "y"),
        book(3, "Rust", "Rest"),
    ])
    .await;

    let answer = library.search("books", &ask("comptabilté")).unwrap();
    assert_eq!((answer.total, answer.found), (1, Found::Respelled));
    assert_eq!(found(&library, &ask("entwikclung")), [2]);
    assert_eq!(
        library.search("books", &ask("entwicklung")).unwrap().found,
        Found::Exactly
    );
    assert!(
        found(&library, &ask("rost")).is_empty(),
        "four letters are too short"
    );
}

#[tokio::test]
async fn most_words_suffice_when_nothing_has_all() {
    let library = in_memory(vec![
        book(1, "peintre façade hiver", "x"),
        book(2, "peintre façade balcon", "x"),
        book(3, "peintre", "x"),
    ])
    .await;

    let answer = library
        .search("books", &ask("peintre façade hiver balcon"))
        .unwrap();
    assert_eq!((answer.total, answer.found), (2, Found::Partly));
    let answer = library.search("books", &ask("zzz hiver")).unwrap();
    assert_eq!((answer.total, answer.found), (1, Found::Partly));
    let answer = library.search("books", &ask("zzz")).unwrap();
    assert_eq!((answer.total, answer.found), (0, Found::Exactly));
}

#[tokio::test]
async fn filters_do_not_make_the_text_looser() {
    let library = in_memory(vec![book(1, "Comptable", "x"), book(2, "Comptoble", "x")]).await;
    let even = vec![Filter {
        facet: "kind",
        any: vec!["even".to_owned()],
    }];

    assert!(
        found(
            &library,
            &Query {
                filters: even,
                ..ask("comptable")
            }
        )
        .is_empty()
    );
}

#[tokio::test]
async fn no_text_gives_everything_newest_first_or_as_asked() {
    let mut dear = book(2, "b", "");
    dear.numbers.push(("price", 9));
    let mut cheap = book(1, "a", "");
    cheap.numbers.push(("price", -9));
    let library = in_memory(vec![cheap, dear, book(3, "c", "")]).await;

    assert_eq!(found(&library, &ask("")), [3, 2, 1]);
    assert_eq!(found(&library, &ask(" 🙂 ")), [3, 2, 1]);
    let by = |direction| Query {
        sort: Sort::Number("price", direction),
        ..ask("")
    };
    assert_eq!(found(&library, &by(Direction::Ascending)), [1, 2, 3]);
    assert_eq!(found(&library, &by(Direction::Descending)), [2, 1, 3]);
    let range = |from, to| Query {
        ranges: vec![("price", from, to)],
        ..ask("")
    };
    assert_eq!(found(&library, &range(Some(-9), Some(9))), [2, 1]);
    assert_eq!(found(&library, &range(None, Some(8))), [1]);
    assert_eq!(found(&library, &range(Some(10), None)), [0; 0]);
    let page = library
        .search(
            "books",
            &Query {
                offset: 1,
                limit: 1,
                ..ask("")
            },
        )
        .unwrap();
    assert_eq!((page.total, page.hits[0].id.as_u128()), (3, 2));
    assert!(
        library
            .search(
                "books",
                &Query {
                    offset: usize::MAX,
                    limit: usize::MAX,
                    ..ask("")
                }
            )
            .unwrap()
            .hits
            .is_empty()
    );
}

#[tokio::test]
async fn what_is_written_is_found_and_what_is_deleted_is_not() {
    let library = in_memory(vec![book(1, "ancien", "")]).await;
    let before = library.generation("books").unwrap();

    library
        .upsert("books", vec![book(1, "nouveau", ""), book(2, "nouveau", "")])
        .await
        .unwrap();
    assert!(found(&library, &ask("ancien")).is_empty());
    assert_eq!(found(&library, &ask("nouveau")), [2, 1]);

    library
        .delete("books", &[Uuid::from_u128(1), Uuid::from_u128(77)])
        .await
        .unwrap();
    assert_eq!(found(&library, &ask("nouveau")), [2]);
    assert!(library.generation("books").unwrap() > before);
}

#[tokio::test]
async fn the_last_of_two_documents_with_one_id_counts() {
    let library = in_memory(vec![book(1, "premier", ""), book(1, "second", "")]).await;

    assert_eq!(found(&library, &ask("")), [1]);
    assert_eq!(found(&library, &ask("second")), [1]);
}

#[tokio::test]
async fn many_writers_share_few_commits() {
    let library = in_memory(Vec::new()).await;

    let writes = (1..=100).map(|number| library.upsert("books", vec![book(number, "x", "y")]));
    futures::future::try_join_all(writes).await.unwrap();

    assert_eq!(found(&library, &ask("x")).len(), 100);
    assert!(library.generation("books").unwrap() < 50);
}

#[tokio::test]
async fn unknown_names_are_refused_and_write_nothing() {
    let library = in_memory(vec![]).await;
    let odd = Document {
        numbers: vec![("weight", 1)],
        ..book(2, "x", "y")
    };

    assert!(
        library
            .upsert("books", vec![book(1, "x", "y"), odd])
            .await
            .is_err()
    );
    assert!(found(&library, &ask("")).is_empty());
    assert!(library.upsert("films", vec![book(1, "x", "y")]).await.is_err());
    assert!(
        library
            .search(
                "books",
                &Query {
                    count: vec!["colour"],
                    ..Query::default()
                }
            )
            .is_err()
    );
}

#[tokio::test]
async fn a_rebuilt_shelf_is_found_again_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let open = |shelf| Library::open(Some(folder.path()), &[shelf]).unwrap();

    let library = open(BOOKS);
    assert!(library.needs_rebuild("books").unwrap());
    library
        .rebuild("books", stream::iter([Ok(vec![book(1, "un", "")])]))
        .await
        .unwrap();
    assert!(!library.needs_rebuild("books").unwrap());
    library.upsert("books", vec![book(2, "deux", "")]).await.unwrap();
    let second = Library::open(Some(folder.path()), &[BOOKS]);
    assert!(
        second.is_err_and(|why| why.is::<InUse>()),
        "one process at a time, and it is told apart from other failures"
    );
    drop(library);

    let library = open(BOOKS);
    assert!(!library.needs_rebuild("books").unwrap());
    assert_eq!(found(&library, &ask("")), [2, 1]);
    drop(library);

    let library = open(Shelf {
        facets: &["kind", "place", "colour"],
        ..BOOKS
    });
    assert!(library.needs_rebuild("books").unwrap());
    assert!(found(&library, &ask("")).is_empty());
}

#[tokio::test]
async fn an_unfinished_rebuild_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(Some(folder.path()), &[BOOKS]).unwrap();
    library.upsert("books", vec![book(1, "un", "")]).await.unwrap();

    let failing = stream::iter([
        Ok(vec![book(2, "deux", "")]),
        Err(anyhow!("the database is gone")),
    ]);
    assert!(library.rebuild("books", failing).await.is_err());
    let endless = library.rebuild(
        "books",
        stream::iter([Ok(vec![book(3, "trois", "")])]).chain(stream::pending()),
    );
    assert!(
        tokio::time::timeout(std::time::Duration::from_millis(50), endless)
            .await
            .is_err()
    );

    assert_eq!(found(&library, &ask("")), [1]);
    assert!(library.needs_rebuild("books").unwrap());
    library
        .upsert("books", vec![book(4, "quatre", "")])
        .await
        .unwrap();
    let folders = fs::read_dir(folder.path().join("books")).unwrap().count();
    assert_eq!(folders, 1);
}

#[tokio::test]
async fn a_damaged_folder_starts_empty() {
    for damage in ["note", "files", "cut"] {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(Some(folder.path()), &[BOOKS]).unwrap();
        library
            .rebuild("books", stream::iter([Ok(vec![book(1, "un", "")])]))
            .await
            .unwrap();
        drop(library);

        let home = folder.path().join("books");
        let index = fs::read_dir(&home)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.is_dir())
            .unwrap();
        for entry in fs::read_dir(index).unwrap().map(|entry| entry.unwrap().path()) {
            let segment = entry
                .extension()
                .is_some_and(|extension| extension == "store" || extension == "fast");
            match damage {
                "files" if segment => {
                    let mut bytes = fs::read(&entry).unwrap();
                    bytes[3] ^= 255;
                    fs::write(&entry, bytes).unwrap();
                }
                "cut" if segment => fs::write(&entry, b"").unwrap(),
                _ => {}
            }
        }
        if damage == "note" {
            fs::write(home.join("current.json"), b"{").unwrap();
        }

        let library = Library::open(Some(folder.path()), &[BOOKS]).unwrap();
        assert!(library.needs_rebuild("books").unwrap(), "{damage}");
        library.upsert("books", vec![book(2, "deux", "")]).await.unwrap();
        assert_eq!(found(&library, &ask("")), [2]);
    }
}

#[tokio::test]
async fn writes_during_a_rebuild_are_kept() {
    let library = in_memory(vec![
        book(1, "vieux", ""),
        book(2, "vieux", ""),
        book(9, "parti", ""),
    ])
    .await;

    let meanwhile = |number: u32| {
        let library = library.clone();
        async move {
            match number {
                0 => library.upsert("books", vec![book(1, "neuf", "")]).await?,
                1 => library.delete("books", &[Uuid::from_u128(2)]).await?,
                _ => library.upsert("books", vec![book(3, "neuf", "")]).await?,
            }
            // What the rebuild read is older than what was just written.
            let read = [
                vec![book(1, "vieux", "")],
                vec![book(2, "vieux", "")],
                vec![book(4, "vieux", "")],
            ];
            assert_eq!(
                found(&library, &ask("parti")),
                [9],
                "the old content is searched until the end"
            );
            Ok(read[usize::try_from(number)?].clone())
        }
    };
    library
        .rebuild("books", stream::iter(0..3).then(meanwhile))
        .await
        .unwrap();

    assert_eq!(found(&library, &ask("neuf")), [3, 1]);
    assert_eq!(found(&library, &ask("vieux")), [4]);
    assert!(found(&library, &ask("parti")).is_empty());
}
