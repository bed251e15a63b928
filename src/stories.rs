//! The stories that come with the program: scenarios to start from, and one for each claim that it was created to test.

/// A story: its name, its text, and the file that it needs beside it.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    /// The name by which it is asked for; of a claim, its id.
    pub name: &'static str,
    /// The scenario as it stands in its file, comments included.
    pub text: &'static str,
    /// The name and the text of a file that the scenario reads.
    pub beside: Option<(&'static str, &'static str)>,
}

/// Takes in the stories of a folder by their names.
macro_rules! stories {
    ($folder:literal: $($name:literal)+) => {
        &[$(Story {
            name: $name,
            text: include_str!(concat!("../scenarios/", $folder, $name, ".toml")),
            beside: None,
        }),+]
    };
}

/// Scenarios to start from.
const STORIES: &[Story] = stories!("":
    "restaurant-table" "amex-open" "tupperware-party" "prize-draw" "family-dinner" "true-friends"
    "neighbours-help" "bad-company-goes-public" "trade-fair" "flyer-at-the-door" "corner-bookshop"
);

/// A network from files, which come beside it.
const REAL_NETWORK: Story = Story {
    name: "real-network",
    text: include_str!("../scenarios/real-network.toml"),
    beside: Some(("karate-club.csv", include_str!("../scenarios/karate-club.csv"))),
};

/// One story for each claim that the project was created to test.
const CLAIMS: &[Story] = stories!("claims/":
    "A1" "A2" "A3" "A4" "A5" "A6" "A7" "A8" "A9" "B1" "B2" "B3" "B4" "B5" "B6" "B7"
    "C1" "C2" "C3" "C4" "C5" "D1" "D2" "D3" "D4" "E1" "E2" "E3" "E4" "E5" "E6" "E7" "E8" "E9"
);

/// All stories, those of the claims last.
pub fn all() -> impl Iterator<Item = &'static Story> {
    STORIES.iter().chain([&REAL_NETWORK]).chain(CLAIMS)
}

/// The stories of the claims, in the order of their ids.
#[must_use]
pub const fn claims() -> &'static [Story] {
    CLAIMS
}
