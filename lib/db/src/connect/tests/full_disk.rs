//! A disk that takes no more, for real: the system refuses the writes of a process of its own.

use std::process::Command;

use futures::future::join_all;

use crate::{
    Db, Engine, is_passing,
    tests::{Base, count, noon, put, things, value},
};

/// Set in the process whose files may not grow.
const INSIDE: &str = "JEM_TEST_NARROW";

async fn write(db: &Db, rows: usize) -> Result<(), crate::Error> {
    let clock = noon();
    let tx = db.begin().await?;
    for _ in 0..rows {
        put(&tx, clock.key(), clock.now()).await?;
    }
    tx.commit().await
}

#[test]
fn on_a_full_disk_reads_go_on_writes_are_refused_for_now_and_all_heals() {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        return runtime.block_on(story());
    }
    // Without the trap the system would end the process instead of refusing the write.
    let narrow = "trap '' XFSZ; ulimit -S -f 400; exec \"$0\" --nocapture --exact \"$1\"";
    let name = std::thread::current().name().unwrap().to_owned();
    let output = Command::new("sh")
        .args(["-c", narrow])
        .arg(std::env::current_exe().unwrap())
        .arg(name)
        .env(INSIDE, "yes")
        .output()
        .unwrap();

    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

async fn story() {
    let base = Base::new(Engine::Sqlite).await;
    let db = base.open().await;
    crate::schema::migrate(&db, &noon(), &[things()]).await.unwrap();

    // One by one the disk is full at a commit, and in long transactions before it.
    let mut acknowledged = 0;
    for rows in [1, 2000] {
        let mut refused = 0;
        while refused < 3 {
            match write(&db, rows).await {
                Ok(()) => acknowledged += rows,
                Err(error) => {
                    assert!(is_passing(&error), "{error:?}");
                    refused += 1;
                }
            }
            let read = join_all((0..4).map(|_| count(&db))).await;
            assert_eq!(read, [acknowledged as i64; 4]);
        }
    }
    assert!(acknowledged > 0);

    let wide = Command::new("prlimit")
        .args(["--fsize=unlimited:", "--pid", &std::process::id().to_string()])
        .status();
    assert!(wide.unwrap().success());
    write(&db, 2000).await.unwrap();
    db.close().await;

    // By another process: what was acknowledged is there, and nothing of what was refused.
    let again = base.open().await;
    assert_eq!(count(&again).await, acknowledged as i64 + 2000);
    assert_eq!(
        value::<String>(again.read(), "PRAGMA integrity_check").await,
        "ok"
    );
}
