//! Further records of a firm: who follows, who signed up, who belongs, and who was helped.

use super::FirmView;
use crate::draws::Stream;
use crate::people::{PersonId, expertise};
use crate::quantity::{Share, Weeks};
use crate::threads;

impl FirmView<'_> {
    /// Those who follow the firm's page.
    #[must_use]
    pub fn followers(&self) -> Vec<PersonId> {
        self.everybody().filter(|person| self.clientele.follows.get(person.index())).collect()
    }

    /// Whether the person works for the firm.
    #[must_use]
    pub fn is_staff(&self, person: PersonId) -> bool {
        self.clientele.staff.get(person.index())
    }

    /// Those who work for the firm.
    #[must_use]
    pub fn staff(&self) -> Vec<PersonId> {
        self.everybody().filter(|person| self.clientele.staff.get(person.index())).collect()
    }

    /// Whether the person follows the firm's page.
    #[must_use]
    pub fn follows(&self, person: PersonId) -> bool {
        self.clientele.follows.get(person.index())
    }

    /// Whether the person showed interest within so many weeks: clicked, opened a mail, or read in
    /// the firm's forum.
    #[must_use]
    pub fn showed_interest(&self, person: PersonId, within: Weeks) -> bool {
        let last = self.clientele.interested.get(person.index());
        last > 0 && f64::from(self.week) - f64::from(last - 1) <= within.0
    }

    /// These people in the order of a keyed priority, where the purse may not suffice for all.
    #[must_use]
    pub fn by_priority(&self, mut people: Vec<PersonId>, priority: Stream) -> Vec<PersonId> {
        let key = |person: &PersonId| self.draw(priority, *person, None);
        threads::sort_by_cached_key(self.people.len(), &mut people, key);
        people
    }

    /// Those who signed up for the firm's e-mails.
    #[must_use]
    pub fn subscribers(&self) -> Vec<PersonId> {
        self.everybody().filter(|person| self.clientele.subscribes.get(person.index())).collect()
    }

    /// Whether the person belongs to the customers' network.
    #[must_use]
    pub fn is_member(&self, person: PersonId) -> bool {
        self.clientele.member.get(person.index())
    }

    /// Whether the firm has helped the person with contacts of late.
    #[must_use]
    pub fn has_helped(&self, person: PersonId) -> bool {
        self.clientele.was_helped_of_late(person.index())
    }

    /// How many weeks the person has been a customer this time; 0 for anybody else.
    #[must_use]
    pub fn tenure(&self, person: PersonId) -> u32 {
        let joined = i64::from(self.clientele.joined[person.index()]);
        if self.is_customer(person) { (i64::from(self.week) - joined).max(0) as u32 } else { 0 }
    }

    /// Whether a customer's payment is late this week, where this share of them pays late.
    #[must_use]
    pub fn pays_late(&self, person: PersonId, share: Share) -> bool {
        let late = self.draws("view: a payment is late");
        self.is_customer(person) && self.draw(late, person, None).happens(share.single())
    }

    /// How much a person knows of what interests another most, as the profile says; from 0 to 1.
    #[must_use]
    pub fn could_teach(&self, expert: PersonId, learner: PersonId) -> f32 {
        let topic = self.profile(learner).foremost();
        let knows = expertise(self.luck.lasting, self.people.key[expert.index()], topic);
        let boasts = self.luck.lasting.of("view: what a profile claims");
        let certain = self.technology.contacts_known.single();
        certain * knows + (1.0 - certain) * self.draw(boasts, expert, None).unit() as f32
    }
}
