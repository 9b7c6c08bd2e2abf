//! What the disk allows: the same callers and the same grouping on a plain file, with nothing of a
//! journal but one `fdatasync` for each group.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use tokio::sync::{mpsc, oneshot};

use crate::load::{self, Measured, Until, per_second, tell};

/// The most commands of a group, and how often callers get their turn, as in the committer.
const GROUP: usize = 512;
const TURNS: usize = 4;

/// Callers that append some bytes each.
pub async fn file(folder: &Path, callers: usize, seconds: f64, bytes: usize) -> Result<Measured> {
    let mut file = File::create(folder.join("limit"))?;
    let (queue, mut work) = mpsc::channel::<oneshot::Sender<()>>(1_024);
    let writer = tokio::spawn(async move {
        let record = vec![b'x'; bytes];
        let (mut groups, mut records, mut answered) = (0_usize, 0_usize, 0_usize);
        while let Some(first) = work.recv().await {
            let mut group = vec![first];
            drain(&mut work, &mut group);
            let all = if answered > 1 { answered + group.len() } else { 0 };
            for _ in 0..TURNS {
                if group.len() >= all {
                    break;
                }
                tokio::task::yield_now().await;
                drain(&mut work, &mut group);
            }
            answered = group.len();
            let mut buffer = Vec::with_capacity(group.len() * bytes);
            for _ in &group {
                buffer.extend_from_slice(&record);
            }
            file = tokio::task::spawn_blocking(move || {
                file.write_all(&buffer)?;
                file.sync_data()?;
                std::io::Result::Ok(file)
            })
            .await??;
            groups += 1;
            records += group.len();
            for answer in group {
                let _ = answer.send(());
            }
        }
        anyhow::Ok((groups, records))
    });
    let measured = load::callers(callers, Until::Seconds(seconds), move |_| {
        let queue = queue.clone();
        async move {
            let (answer, answered) = oneshot::channel();
            queue.send(answer).await.context("the file is closed")?;
            Ok(answered.await?)
        }
    })
    .await?;
    let (groups, records) = writer.await??;
    tell("group", per_second(records, std::time::Duration::from_secs(groups as u64)));
    Ok(measured)
}

fn drain(work: &mut mpsc::Receiver<oneshot::Sender<()>>, group: &mut Vec<oneshot::Sender<()>>) {
    while group.len() < GROUP
        && let Ok(next) = work.try_recv()
    {
        group.push(next);
    }
}
