//! The first customers: who they are, how long they have been, and how they have come to see the firm.

use super::Beginning;
use crate::draws::{Draw, Draws, Luck};
use crate::elementary::{chance_of, exp, ln, power};
use crate::firms::{Firm, Source, Stage};
use crate::people::{People, PersonId};
use crate::ties::Ties;

impl Beginning<'_> {
    /// Makes customers, lapsed and aware people; then measures readiness by the prospects who are left.
    pub(super) fn fill(&self, people: &People, firm: &mut Firm, draws: Draws) {
        let decision = self.rules.decision(0, Luck::in_week(draws, 0));
        let readiness: Vec<f32> =
            (0..people.len()).map(|i| decision.readiness(people, firm, i)).collect();
        let ranked = rank(people, &readiness, draws);
        let (customers, rest) = self.choose(people, &ranked);
        for &i in &customers {
            self.enrol(people, firm, i, draws);
        }
        let lapsed = (self.start.lapsed.0 * people.len() as f64).round() as usize;
        let knows = draws.of("start: knows the firm");
        for (place, &i) in rest.iter().enumerate() {
            if place < lapsed {
                firm.clientele.stage[i] = Stage::Lapsed;
                firm.clientele.ever[i] = true;
                firm.clientele.experience[i] = firm.quality;
            } else if knows.about(people.key[i]).happens(self.start.aware.single()) {
                firm.clientele.stage[i] = Stage::Aware;
            }
        }
        self.measure_prospects(people, firm, &readiness);
    }

    /// Measures readiness and openness by the prospects of the first week, so that the hazards of
    /// the rules are those of the average prospect.
    fn measure_prospects(&self, people: &People, firm: &mut Firm, readiness: &[f32]) {
        let decision = self.rules.decision(0, Luck::in_week(self.lasting, 0));
        let (mut ready, mut open, mut prospects) = (0.0, 0.0, 0.0);
        for i in (0..people.len()).filter(|&i| firm.clientele.stage[i].is_prospect()) {
            ready += f64::from(readiness[i]);
            open += f64::from(readiness[i] * decision.openness(people, firm, i));
            prospects += 1.0;
        }
        let or_one = |value: f64| if value > 0.0 { value as f32 } else { 1.0 };
        firm.usual_openness = or_one(open / ready);
        firm.usual_readiness = or_one(ready / prospects);
    }

    /// Who is a customer at the start, and who is not, by readiness; a people table decides first.
    fn choose(&self, people: &People, ranked: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let given = |i: usize| self.given.customer.get(i).copied().flatten();
        if self.given.customer.iter().any(Option::is_some) {
            return ranked.iter().copied().partition(|&i| given(i).is_some_and(|yes| yes > 0.0));
        }
        let count = (self.start.customers.0 * people.len() as f64).round() as usize;
        let (customers, rest) = ranked.split_at(count.min(ranked.len()));
        (customers.to_vec(), rest.to_vec())
    }

    /// Lets prospects remember what customers among their acquaintances say in the long run, and
    /// public opinion be what is said in public.
    pub(super) fn have_talked(&self, people: &People, ties: &Ties, firm: &mut Firm) {
        let talk = &self.rules.talk;
        let gain = self.rules.gains.word_of_mouth.single();
        let remembered = 1.0 / (1.0 - talk.memory.retention());
        let usual_degree = 2.0 * ties.count() as f64 / people.len().max(1) as f64;
        let (mut praise, mut blame) = (0.0, 0.0);
        let customers: Vec<PersonId> =
            people.all().filter(|person| firm.clientele.is_customer(person.index())).collect();
        for person in customers {
            let experience = firm.clientele.experience[person.index()];
            for tie in ties.of(person) {
                let said = chance_of(tie.strength) * talk.mention.single() * gain;
                let good = said * talk.praise.single() * experience;
                let bad = said * talk.blame.single() * (1.0 - experience);
                let listener = tie.partner;
                let weight = talk.weight(ties.degree(listener), usual_degree);
                firm.clientele.praise_heard[listener.index()] += good * weight * remembered;
                firm.clientele.blame_heard[listener.index()] += bad * weight * remembered;
                praise += good * talk.public.single();
                blame += bad * talk.public.single();
            }
        }
        firm.opinion = self.rules.relationship.settled_opinion(praise, blame, people.len());
    }

    /// Makes someone a customer with the tenure and the frailty of a survivor.
    fn enrol(&self, people: &People, firm: &mut Firm, i: usize, draws: Draws) {
        let (key, rules) = (people.key[i], self.rules);
        let about = |purpose| draws.of(purpose).about(key);
        firm.clientele.stage[i] = Stage::Customer;
        firm.clientele.source[i] = Some(Source::Given);
        firm.clientele.ever[i] = true;
        firm.clientele.loyal[i] = true;
        firm.clientele.follows[i] =
            about("start: follows the page").happens(self.start.followers.single());
        firm.clientele.experience[i] = self.experience(firm.quality, about("start: experience"));
        firm.clientele.trust[i] = rules.usual_trust(firm.quality);
        let shape = self.traits.frailty_shape.0;
        let frailty = firm.clientele.frailty[i].max(f32::MIN_POSITIVE);
        let usual = f64::from(
            rules.decision(0, Luck::in_week(draws, 0)).own_hazard(people, firm, i) / frailty,
        );
        let tenure = self.tenure(usual, about("start: tenure"));
        // Gamma(k, k) thinned by survival to week t is Gamma(k, k + h·t): a factor on the draw.
        firm.clientele.frailty[i] *= (shape / (shape + usual * f64::from(tenure))) as f32;
        firm.clientele.joined[i] = -1 - tenure as i16;
        firm.clientele.trust[i] = rules.trust_after(firm.quality, tenure);
    }

    /// A survivor's tenure: of all who joined at a steady rate, those who are still there.
    fn tenure(&self, hazard: f64, draw: Draw) -> u32 {
        let (shape, age) = (self.traits.frailty_shape.0, self.start.firm_age.whole());
        let payment = self.rules.leaving.payment.0;
        let survives = |week: u32| {
            let week = f64::from(week);
            power(1.0 + hazard * week / shape, -shape) * exp(-payment * week)
        };
        let mut together = 0.0;
        let upto: Vec<f64> = (0..age)
            .map(|week| {
                together += survives(week);
                together
            })
            .collect();
        let point = draw.unit() * together;
        upto.partition_point(|&sum| sum <= point).min(upto.len() - 1) as u32
    }

    /// Satisfaction as good and bad weeks leave it in the long run, about normal.
    fn experience(&self, quality: f32, draw: Draw) -> f32 {
        let fresh = self.rules.relationship.freshness.single();
        let variance = fresh / (2.0 - fresh) * quality * (1.0 - quality);
        // A sum of twelve uniform draws has variance 1 and is all but normal.
        let mut dice = draw.dice();
        let normal: f64 = (0..12).map(|_| dice.unit()).sum::<f64>() - 6.0;
        (quality + variance.sqrt() * normal as f32).clamp(0.0, 1.0)
    }
}

/// People by readiness, each perturbed by a keyed Gumbel draw: so the first so many are a weighted draw.
fn rank(people: &People, readiness: &[f32], draws: Draws) -> Vec<usize> {
    let first = draws.of("start: who is a customer");
    let score = |i: usize| {
        let luck = -ln(-ln(first.about(people.key[i]).unit().max(f64::MIN_POSITIVE)));
        ln(f64::from(readiness[i].max(f32::MIN_POSITIVE))) + luck
    };
    let mut ranked: Vec<(f64, usize)> = (0..people.len()).map(|i| (score(i), i)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(people.key[a.1].cmp(&people.key[b.1])));
    ranked.into_iter().map(|(_, i)| i).collect()
}
