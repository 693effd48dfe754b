// Conversations coded again: what is kept of it, and what may not be seen or changed.
#include "base/error.h"
#include "library/any_library.h"
#include "library/salvage.h"
#include "library/samples.h"

#include <gmock/gmock.h>

namespace library {
namespace {

template <class Adapter>
class AnyRecodings : public AnyLibrary<Adapter> {
protected:
    base::Id earlier_ = samples::begin_coding(this->library());

    codes::Event code() {
        codes::Event event = samples::event(3);
        return event;
    }
};
TYPED_TEST_SUITE(AnyRecodings, Adapters, AdapterNames);

TYPED_TEST(AnyRecodings, BeginEmptyLikeTheEarlierOneAndAreKept) {
    const codes::Coding earlier = *this->library().coding(this->earlier_);
    const codes::Coding begun = this->library().recodings().begin(this->earlier_);
    Library& library = this->reopened();
    const codes::Coding kept = *library.coding(begun.id);
    EXPECT_EQ(kept.coder, earlier.coder);
    EXPECT_EQ(kept.codebook_version, earlier.codebook_version);
    EXPECT_TRUE(kept.events.empty());
    ASSERT_EQ(library.recodings().all().size(), 1u);
    EXPECT_EQ(library.recodings().all()[0],
              (Recoding{begun.id, this->earlier_, earlier.conversation, RecodingState::UnderWay, {}}));
    library.recodings().end(begun.id, RecodingState::Done);
    EXPECT_EQ(this->reopened().recodings().all()[0].state, RecodingState::Done);
    EXPECT_TRUE(this->library().recodings().all()[0].ended);
}

TYPED_TEST(AnyRecodings, HideTheOtherCodingsOfTheirConversationUntilTheyEnd) {
    Library& library = this->library();
    const base::Id other = samples::begin_coding(library);
    const codes::Coding begun = library.recodings().begin(this->earlier_);
    const auto ids = [&](const std::vector<CodingSummary>& codings) {
        std::vector<base::Id> found;
        for (const CodingSummary& coding : codings) found.push_back(coding.id);
        return found;
    };
    EXPECT_THAT(ids(seen(library.all_codings(), library.recodings().all())),
                testing::UnorderedElementsAre(other, begun.id));
    EXPECT_THAT(ids(counting(library.all_codings(), library.recodings().all())), testing::UnorderedElementsAre(other));
    library.recodings().end(begun.id, RecodingState::Done);
    EXPECT_EQ(seen(library.all_codings(), library.recodings().all()).size(), 3u);
    EXPECT_THAT(ids(counting(library.all_codings(), library.recodings().all())),
                testing::UnorderedElementsAre(other, this->earlier_))
        << "a conversation counts once";
}

TYPED_TEST(AnyRecodings, AreOneAtATimeForAConversationAndEndOnce) {
    Recodings& recodings = this->library().recodings();
    const codes::Coding begun = recodings.begin(this->earlier_);
    EXPECT_THROW(recodings.begin(this->earlier_), base::Error);
    EXPECT_THROW(recodings.begin(base::make_id()), base::Error);
    EXPECT_THROW(recodings.end(this->earlier_, RecodingState::Done), base::Error);
    EXPECT_THROW(recodings.end(begun.id, RecodingState::UnderWay), base::Error);
    recodings.end(begun.id, RecodingState::GivenUp);
    EXPECT_THROW(recodings.end(begun.id, RecodingState::Done), base::Error) << "by then the codes were seen";
    EXPECT_NO_THROW(recodings.begin(this->earlier_));
    EXPECT_EQ(this->library().codings(begun.conversation).size(), 3u) << "a refusal adds nothing";
}

TYPED_TEST(AnyRecodings, StayAsTheyWereOnceDone) {
    Library& library = this->library();
    const codes::Coding begun = library.recodings().begin(this->earlier_);
    library.apply(begun.id, codes::edits::added(this->code()));
    library.recodings().end(begun.id, RecodingState::Done);
    EXPECT_THROW(library.apply(begun.id, codes::edits::added(this->code())), base::Error);
    EXPECT_THROW(library.step(begun.id, Direction::Undo), base::Error);
    EXPECT_EQ(library.coding(begun.id)->events.size(), 1u);
    EXPECT_NO_THROW(library.apply(this->earlier_, codes::edits::added(this->code())));
}

TYPED_TEST(AnyRecodings, OfARemovedConversationAreGoneWithIt) {
    Library& library = this->library();
    const codes::Coding begun = library.recodings().begin(this->earlier_);
    library.remove(begun.conversation);
    EXPECT_TRUE(library.recodings().all().empty());
    library.step_conversations(Direction::Undo);
    EXPECT_EQ(library.recodings().all().size(), 1u);
}

}  // namespace
}  // namespace library
