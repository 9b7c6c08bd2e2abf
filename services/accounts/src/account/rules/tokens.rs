//! Personal access tokens: for programs, in one role, not for ever.

use chrono::TimeDelta;
use kernel::Asked;

use super::known::{Events, Known};
use crate::account::commands::{IssueAccessToken, NewToken};
use crate::account::events::AccountEvent;
use crate::account::refusal::AccountRefusal;
use crate::values::{AccessTokenId, TOKEN_DAYS, TOKENS};

impl Known {
    pub(super) fn issue_token(&self, issue: IssueAccessToken, token: NewToken, asked: &Asked) -> Events {
        self.own(asked)?;
        self.active()?;
        if self.tokens.contains_key(&issue.token) {
            return Err(AccountRefusal::AccessTokenAlreadyIssued);
        }
        if !self.facets.contains_key(&issue.facet) {
            return Err(AccountRefusal::FacetNotFound);
        }
        if issue.expires_at <= asked.now {
            return Err(AccountRefusal::AccessTokenEndsInThePast);
        }
        if issue.expires_at > asked.now + TimeDelta::days(i64::from(TOKEN_DAYS)) {
            return Err(AccountRefusal::AccessTokenTooLong { days: TOKEN_DAYS });
        }
        let good = self.tokens.values().filter(|token| token.expires_at > asked.now).count();
        if good >= TOKENS as usize {
            return Err(AccountRefusal::TooManyAccessTokens { most: TOKENS });
        }
        Ok(vec![AccountEvent::AccessTokenIssued {
            token: issue.token,
            name: issue.name,
            digest: token.digest,
            last_four: token.last_four,
            facet: issue.facet,
            scope: issue.scope,
            expires_at: issue.expires_at,
        }])
    }

    pub(super) fn revoke_token(&self, token: AccessTokenId, asked: &Asked) -> Events {
        self.own_or_decided(asked)?;
        if !self.tokens.contains_key(&token) {
            return Err(AccountRefusal::AccessTokenNotFound);
        }
        Ok(vec![AccountEvent::AccessTokenRevoked { token }])
    }
}
