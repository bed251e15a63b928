//! Who belongs where before the first week: whose customers people are, for whom they work, with whom they decide.

use super::Beginning;
use crate::draws::Draws;
use crate::elementary::ln;
use crate::firms::Firm;
use crate::people::{Groups, People, PersonId};

/// The people whom one firm may have, the readiest first, each with a perturbed readiness.
pub(super) type Ranked = Vec<(f64, usize)>;

impl Beginning<'_> {
    /// Puts people of the same circle into buying groups, as many to a group as the rules say, or
    /// one more or less where a circle does not divide evenly.
    pub(super) fn groups(&self, people: &People) -> Groups {
        let size = self.rules.buying.group.whole();
        if size < 2 {
            return Groups::default();
        }
        let place = self.lasting.of("start: place in a buying group");
        let mut order: Vec<PersonId> = people.all().collect();
        order.sort_by_cached_key(|person| {
            let i = person.index();
            (people.circle[i], place.about(people.key[i]))
        });
        let mut groups = Vec::new();
        for circle in order.chunk_by(|a, b| people.circle[a.index()] == people.circle[b.index()]) {
            let count = ((circle.len() + size / 2) / size).max(1);
            let bound = |group: usize| group * circle.len() / count;
            groups.extend((0..count).map(|g| circle[bound(g)..bound(g + 1)].to_vec()));
        }
        Groups::of_members(&groups)
    }

    /// Lets firms have their staff. Nobody works for two firms, or for one whose customer a people
    /// table says he is.
    pub(super) fn hire(&self, people: &People, firms: &mut [Firm]) {
        let count = (self.start.staff.0 * people.len() as f64).round() as usize;
        if count == 0 {
            return;
        }
        let candidates = firms.iter().enumerate().map(|(f, _)| {
            let works = self.lasting.at_firm(f).of("start: works for the firm");
            let may = (0..people.len()).filter(|&i| f > 0 || !self.is_given(people, i));
            may.map(|i| (works.about(people.key[i]).unit(), i)).collect()
        });
        let (candidates, mut taken) = (candidates.collect(), vec![false; people.len()]);
        let staff =
            allot(people, candidates, &vec![count; firms.len()], &mut taken, |_, i| vec![i]);
        for (firm, staff) in firms.iter_mut().zip(staff) {
            for i in staff {
                firm.clientele.staff.set(i, true);
            }
        }
    }

    /// The first customers of each firm, by readiness; a people table decides first, for the first firm.
    ///
    /// Firms take turns by nothing but the perturbed readiness of people for them, so that equal
    /// firms have equal chances whatever their order.
    pub(super) fn first_customers(
        &self,
        people: &People,
        firms: &[Firm],
        ranked: &[Ranked],
    ) -> Vec<Vec<usize>> {
        let mut taken = vec![false; people.len()];
        let mut counts: Vec<usize> = self
            .firms
            .iter()
            .map(|plan| (plan.customers.0 * people.len() as f64).round() as usize)
            .collect();
        let mut given = Vec::new();
        if self.given.customer.iter().any(Option::is_some) {
            given.extend(ranked[0].iter().map(|&(_, i)| i).filter(|&i| self.is_given(people, i)));
            for &i in &given {
                taken[i] = true;
            }
            counts[0] = 0;
        }
        let seats = |f: usize, i: usize| -> Vec<usize> {
            let group = people.groups.with(i);
            if group.is_empty() {
                return vec![i];
            }
            let members = group.iter().map(|person| person.index());
            members.filter(|&i| !firms[f].clientele.staff.get(i)).collect()
        };
        let mut customers = allot(people, ranked.to_vec(), &counts, &mut taken, seats);
        customers[0].splice(0..0, given);
        customers
    }

    /// Whether a people table says that the person is a customer: of a group, the quorum of it.
    fn is_given(&self, people: &People, i: usize) -> bool {
        let given = |i: usize| {
            self.given.customer.get(i).copied().flatten().is_some_and(|customer| customer > 0.0)
        };
        let group = people.groups.with(i);
        if group.is_empty() {
            return given(i);
        }
        let yes = group.iter().filter(|person| given(person.index())).count();
        yes >= self.rules.buying.needed(group.len())
    }
}

/// Gives each firm so many of those whom it ranks, the highest of all ranks first, nobody twice.
/// `seats` names all who come together with a person.
fn allot(
    people: &People,
    ranked: Vec<Ranked>,
    counts: &[usize],
    taken: &mut [bool],
    seats: impl Fn(usize, usize) -> Vec<usize>,
) -> Vec<Vec<usize>> {
    let mut chosen = vec![Vec::new(); counts.len()];
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for (f, ranked) in ranked.into_iter().enumerate() {
        all.extend(ranked.into_iter().map(|(score, i)| (score, f, i)));
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(people.key[a.2].cmp(&people.key[b.2])));
    for (_, f, i) in all {
        if taken[i] || chosen[f].len() >= counts[f] {
            continue;
        }
        let seats = seats(f, i);
        // A group may end a little over the count, or a little under it, whichever is nearer.
        if 2 * (counts[f] - chosen[f].len()) >= seats.len() {
            for &i in &seats {
                taken[i] = true;
            }
            chosen[f].extend(seats);
        }
    }
    chosen
}

/// People by readiness, each perturbed by a keyed Gumbel draw: so the first so many are a weighted
/// draw. Who decide together rank together; the firm's staff do not rank.
pub(super) fn rank(people: &People, firm: &Firm, readiness: &[f32], draws: Draws) -> Ranked {
    let first = draws.of("start: who is a customer");
    let ready = |i: usize| {
        let group = people.groups.with(i);
        if group.is_empty() {
            return readiness[i];
        }
        group.iter().map(|person| readiness[person.index()]).sum::<f32>() / group.len() as f32
    };
    let score = |i: usize| {
        let key = people.key[people.groups.first_of(i)];
        let luck = -ln(-ln(first.about(key).unit().max(f64::MIN_POSITIVE)));
        ln(f64::from(ready(i).max(f32::MIN_POSITIVE))) + luck
    };
    let may = (0..people.len()).filter(|&i| !firm.clientele.staff.get(i));
    let mut ranked: Ranked = may.map(|i| (score(i), i)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(people.key[a.1].cmp(&people.key[b.1])));
    ranked
}
