//! What both engines must do, shown on both: the same stories on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod appending;
mod faults;
mod following;
mod framework;
mod ground;
mod leading;
mod portable;
mod reading;

/// Makes each story a test on both engines. A PostgreSQL that is not installed is said loudly.
#[macro_export]
macro_rules! on_both_engines {
    ($($story:ident),+ $(,)?) => {
        mod on_sqlite {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $story() {
                    super::$story($crate::ground::Ground::sqlite()).await;
                }
            )+
        }
        mod on_postgres {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $story() {
                    if let Some(ground) = $crate::ground::Ground::postgres().await {
                        super::$story(ground).await;
                    }
                }
            )+
        }
    };
}
