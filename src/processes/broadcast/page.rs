//! The firm's page: who follows it, and how many of those who do see a post.

use super::{Broadcast, Worn};
use crate::column::Scarce;
use crate::elementary::power;
use crate::facts::Facts;
use crate::firms::{Clientele, Firm};
use crate::offers::Posts;
use crate::people::People;

impl Broadcast<'_> {
    /// Shows posts to followers. Whoever follows for the sake of a prize hardly takes them in.
    pub(super) fn show_posts(
        &self,
        firm: &Firm,
        page: Posts,
        (each, worn): (&mut Scarce<f32>, &mut Worn),
        facts: &mut Facts,
    ) {
        let clientele = &firm.clientele;
        let seen = page.published * self.technology.organic_reach.single() * self.ranking(firm);
        let followers = clientele.follows.all().iter().enumerate();
        for (i, _) in followers.filter(|(_, follows)| **follows) {
            each.add(i, seen);
            facts.posts_seen += f64::from(seen);
            if clientele.hunts.get(i) {
                worn.note(i, seen * (1.0 - self.rules.hunters.single()));
            }
        }
    }

    /// How far the platform shows a post, relative to a page all of whose followers are real.
    ///
    /// It shows what people react to; bought followers never react, and who follows for the sake
    /// of a prize hardly does (claim C4).
    fn ranking(&self, firm: &Firm) -> f32 {
        let (clientele, bought) = (&firm.clientele, firm.assets.bought_followers);
        if bought <= 0.0 && clientele.hunts.is_unused() {
            return 1.0;
        }
        let (mut followers, mut hunters) = (0_u32, 0_u32);
        for (i, _) in clientele.follows.all().iter().enumerate().filter(|(_, follows)| **follows) {
            followers += 1;
            hunters += u32::from(clientele.hunts.get(i));
        }
        let all = f64::from(followers) + f64::from(bought);
        if all <= 0.0 {
            return 1.0;
        }
        let idle = f64::from(hunters) * (1.0 - self.rules.hunters.0) + f64::from(bought);
        power(1.0 - idle / all, self.technology.ranking.0) as f32
    }

    /// Lets customers begin, and followers cease, to follow the page. A follow has no effect of its
    /// own on what people think or buy (John, Emrich, Gupta and Norton 2017).
    pub(super) fn follow(
        &self,
        people: &People,
        clientele: &mut Clientele,
        page: Posts,
        facts: &mut Facts,
    ) {
        let begins = self.luck.of("broadcast: follows");
        let ceases = self.luck.of("broadcast: unfollows");
        let dull = 1.0 + self.rules.dullness.single() * page.published * page.self_praise;
        let (follow, unfollow) = (self.rules.follow.single(), self.rules.unfollow.single() * dull);
        for i in 0..people.len() {
            if clientele.follows.get(i) {
                if ceases.about(people.key[i]).strikes(unfollow) {
                    clientele.follows.forget(i);
                    facts.unfollowed += 1;
                    if clientele.hunts.get(i) {
                        clientele.hunts.set(i, false);
                    }
                }
            } else if clientele.is_customer(i) && begins.about(people.key[i]).strikes(follow) {
                clientele.follows.set(i, true);
                facts.followed += 1;
            }
        }
    }
}
