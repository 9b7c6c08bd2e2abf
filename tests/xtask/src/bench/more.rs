//! What is measured against ourselves or against the disk: a journal that has grown, and how far lists lag.

use anyhow::Result;

use crate::bench::children;
use crate::bench::compare::{Bench, Line, RECORD, median, told};

/// Events of the journal that a grown one is compared with.
const SMALL: u64 = 10_000;
/// How many flushes a row may take from the commit to the list.
const FLUSHES: f64 = 10.0;
/// Who follow one path at once, and how many flushes the last of them may wait for an event of it.
const LISTENERS: (&str, f64) = ("5000", 50.0);

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

    /// From the commit to the last of many who follow, against fifty flushes of the same disk.
    pub(crate) fn listeners(&mut self) -> Result<()> {
        let (listeners, flushes) = LISTENERS;
        let name = format!("subscribe.{listeners}");
        if !self.wanted(&name) {
            return Ok(());
        }
        let seconds = self.effort.seconds.to_string();
        let (mut ours, mut flush) = (Vec::new(), Vec::new());
        for _ in 0..self.effort.rounds {
            let folder = self.scratch.fresh()?;
            ours.push(children::numbers(&self.programs.lists, &["listeners", &folder, listeners])?);
            let folder = self.scratch.fresh()?;
            let work = ["limit", &folder, "1", &seconds, RECORD];
            flush.push(children::numbers(&self.programs.ours, &work)?);
        }
        told(&name, &ours, &flush);
        let waits = (median(&ours, "p50")?, flushes * median(&flush, "p50")?);
        self.add(Line::less(&name, "ms", waits, 1.0));
        Ok(())
    }

    /// Reading a journal on PostgreSQL back, against a plain scan of the same rows and against the peer.
    pub(crate) fn replay_postgres(&mut self) -> Result<()> {
        if !self.wanted("replay.postgres") {
            return Ok(());
        }
        let events = self.effort.events.to_string();
        let Some(cluster) = &mut self.cluster else { return Ok(()) };
        let (journal, store) = (cluster.database()?, cluster.database()?);
        let none = self.scratch.file("none");
        children::numbers(&self.programs.ours, &["fill", &none, &events, "--address", &journal])?;
        children::numbers(&self.programs.peers, &["fill", &none, &events, "--address", &store])?;
        let (mut ours, mut scan, mut peers) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..self.effort.rounds {
            ours.push(children::numbers(&self.programs.ours, &["replay", &none, "--address", &journal])?);
            scan.push(children::numbers(&self.programs.peers, &["scan", &journal])?);
            peers.push(children::numbers(&self.programs.peers, &["replay", &none, "--address", &store])?);
        }
        let rate = median(&ours, "rate")?;
        self.add(Line::more("replay.postgres.read", "events/s", (rate, median(&scan, "rate")?), 0.6));
        self.add(Line::more("replay.postgres.cqrs", "events/s", (rate, median(&peers, "rate")?), 3.0));
        Ok(())
    }
}
