//! `entraide export`: the whole journal as NDJSON.

use std::fs::File;
use std::io::{BufWriter, Write};

use anyhow::Context;
use journal::portable;

use crate::node;
use crate::options::Export;

pub(crate) async fn run(export: Export) -> anyhow::Result<()> {
    let engine = node::engine_that_is_there(&export.place).await?;
    let to: Box<dyn Write + Send> = if export.file.as_os_str() == "-" {
        Box::new(std::io::stdout())
    } else {
        let file = File::create(&export.file)
            .with_context(|| format!("{} cannot be made", export.file.display()))?;
        Box::new(BufWriter::new(file))
    };
    let carried = portable::export(&*engine, to).await?;
    eprintln!("exported {} events and {} commands", carried.events, carried.commands);
    Ok(())
}
