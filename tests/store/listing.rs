//! A list searched as one types shows what the store finds, whatever is typed, narrowed and recorded on the way.

use babahui::{
    domain::survey::ResponseState,
    store::{Listing, ResponseFilter, Sort},
};

use crate::support::{World, stamp};

#[test]
fn a_list_searched_letter_by_letter_is_what_one_search_gives() {
    let mut w = World::new();
    let mut last = None;
    for n in 0..40 {
        let said = ["墙皮脱落", "外墙渗水", "井盖响", "ＬＥＤ灯不亮"][n % 4];
        last = Some(w.finish("intake", None, &format!("{}-1-{n}", n % 3), said).head.id);
        w.wait(60);
    }
    let mut listing = Listing::default();
    let typed =
        ["墙", "墙皮", "墙皮 1", "墙皮 1-", "墙", "", "led", "led 2-1", "水 墙", "外墙 水", "没有", "没有这", "9"];
    let all = ResponseFilter::default();
    let some = ResponseFilter { surveyor: Some("张三".into()), states: vec![ResponseState::Final], ..all.clone() };
    for round in 0..3 {
        for filter in [&all, &some] {
            for sort in [Sort::Newest, Sort::Door] {
                for text in typed {
                    let filter = ResponseFilter { text: text.into(), ..filter.clone() };
                    for skip in [0, 3, 8, 100] {
                        let wanted = w.store.responses(&filter, sort, skip, 4).unwrap();
                        let given = listing.page(&w.store, &filter, sort, skip, 4).unwrap();
                        assert_eq!(given, wanted, "{text}, {sort:?}, after {skip}, round {round}");
                    }
                }
            }
        }
        // Something else is there now, and something less.
        w.finish("intake", None, "9-9-9", "墙皮又掉");
        w.store.delete_response(last.unwrap(), "重复", stamp!(w)).ok();
    }
}
