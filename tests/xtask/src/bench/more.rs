//! What is measured against ourselves or against the disk: a journal that has grown, and how far lists lag.

use anyhow::Result;

use crate::bench::children;
use crate::bench::compare::{Bench, Line, RECORD, median, told};

/// Events of the journal that a grown one is compared with.
const SMALL: u64 = 10_000;
/// How many flushes a row may take from the commit to the list.
const FLUSHES: f64 = 10.0;

impl Bench {
    /// The rate of 64 callers on a grown journal, over that on a small one.
    pub(crate) fn growth(&mut self) -> Result<()> {
        if !self.wanted("append.growth") {
            return Ok(());
        }
        let seconds = self.effort.seconds.to_string();
        // Made once: to fill it takes longer than to measure it, and what the rounds add to it is little.
        let large = self.scratch.file("grown");
        std::fs::create_dir(&large)?;
        let (mut grown, mut small) = (Vec::new(), Vec::new());
        for _ in 0..self.effort.rounds {
            let fresh = self.scratch.fresh()?;
            for (events, folder, numbers) in
                [(self.effort.grown, &large, &mut grown), (SMALL, &fresh, &mut small)]
            {
                let work = ["growth", folder, &events.to_string(), "64", &seconds];
                numbers.push(children::numbers(&self.programs.ours, &work)?);
            }
        }
        let name = format!("append.growth.{}M", self.effort.grown / 1_000_000);
        told(&name, &grown, &small);
        let rates = (median(&grown, "rate")?, median(&small, "rate")?);
        self.add(Line::more(&name, "commands/s", rates, 0.85));
        Ok(())
    }

    /// From the commit to the row, against ten flushes of the same disk.
    pub(crate) fn fold_lag(&mut self) -> Result<()> {
        if !self.wanted("fold.lag.p99") {
            return Ok(());
        }
        let seconds = self.effort.seconds.to_string();
        let (mut ours, mut flush) = (Vec::new(), Vec::new());
        for _ in 0..self.effort.rounds {
            let folder = self.scratch.fresh()?;
            ours.push(children::numbers(&self.programs.lists, &["lag", &folder, "64", &seconds])?);
            let folder = self.scratch.fresh()?;
            let work = ["limit", &folder, "1", &seconds, RECORD];
            flush.push(children::numbers(&self.programs.ours, &work)?);
        }
        told("fold.lag", &ours, &flush);
        let waits = (median(&ours, "p99")?, FLUSHES * median(&flush, "p50")?);
        self.add(Line::less("fold.lag.p99", "ms", waits, 1.0));
        Ok(())
    }
}
