//! What a firm runs in a week for whoever comes, addressed to nobody: its page, its forum, its desk, its own house.

/// What a firm shows on its page to whoever follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Posts {
    /// How many posts it publishes this week.
    pub published: f32,
    /// The share of them that only praises the firm.
    pub self_praise: f32,
}

/// An online forum: what the firm's editors write for it, and to whom it is open.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Forum {
    /// Pieces that the editors publish this week for each 1,000 people of the market.
    pub pieces: f32,
    /// How easily people who are no customers find in: 1 as easily as customers, 0 not at all.
    pub openness: f32,
}

/// A place where customers lend each other things and help each other out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Exchange {
    /// Weekly chance that a customer has a wish which somebody else could fulfil.
    pub wishes: f32,
    /// Chance that an acquaintance or neighbour who is asked has what is wished for.
    pub supply: f32,
    /// What one loan spares the borrower, in weekly prices.
    pub saving: f32,
    /// Share of a week's purchase that one loan replaces: access without buying.
    pub displaced: f32,
    /// How easily people who are no customers borrow: 1 as easily as customers, 0 not at all.
    pub guests: f32,
    /// Contact time that a loan takes from each.
    pub time: f32,
}

/// People who answer questions and complaints beyond the usual service.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Desk {
    /// Questions that they can answer this week.
    pub capacity: u32,
    /// How believable their answers are, from 0 to 1: those of the firm's own people are fully so.
    pub credibility: f32,
}

/// A price above that of week 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PriceRise {
    /// The price relative to that of week 0.
    pub level: f32,
    /// How badly the rise offends someone who takes the firm for a friend, from 0 to 1.
    pub severity: f32,
}

/// What a firm runs in one week for whoever comes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Services {
    /// Posts on its page.
    pub page: Option<Posts>,
    /// Its forum.
    pub forum: Option<Forum>,
    /// Its place for lending and helping.
    pub exchange: Option<Exchange>,
    /// The people who answer beyond the usual service.
    pub desk: Option<Desk>,
    /// Whether people can sign up for its e-mails.
    pub newsletter: bool,
    /// Whether it keeps track of who clicks on its impressions.
    pub tracking: bool,
    /// Questions that customers promised to answer for the firm this week.
    pub volunteers: u32,
    /// Share of what is said in public that the firm hears.
    pub listening: f32,
    /// How many times more often its staff speak of it, less one: 0 is as usual.
    pub advocacy: f32,
    /// Share of the distance to perfect quality that this week's improvement covers.
    pub improvement: f32,
    /// How much of what happens in the firm is public, from 0 (as usual) to 1 (all of it).
    pub openness: f32,
    /// Followers bought this week for each 1,000 people of the market.
    pub bought_followers: f32,
    /// A higher price from this week on.
    pub price: Option<PriceRise>,
}

impl Services {
    /// Publishes posts on the page, beside those that are there.
    pub fn publish(&mut self, posts: Posts) {
        let page = self.page.get_or_insert_default();
        let together = page.published + posts.published;
        if together > 0.0 {
            let praise = page.self_praise * page.published + posts.self_praise * posts.published;
            *page = Posts { published: together, self_praise: praise / together };
        }
    }
}
