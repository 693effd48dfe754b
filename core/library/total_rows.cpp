#include "library/total_rows.h"

#include "base/i18n.h"
#include "library/coding_rows.h"
#include "library/query.h"
#include "library/turn_json.h"

#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace library {

namespace {

// A kind of event as the row of totals names it: ["croak",{"pitch":"2"}].
std::string name_of(const std::string& code, const std::string& attributes) {
    return fmt::format("[{},{}]", nlohmann::json(code).dump(), attributes);
}

codes::Kind kind_named(const std::string& name) {
    try {
        const nlohmann::json kind = nlohmann::json::parse(name);
        return {kind.at(0), kind.at(1)};
    } catch (const nlohmann::json::exception&) {
        return {};  // counts nowhere; `check` names the row
    }
}

// Kinds are few and codings many: each name is read once.
class Kinds {
public:
    explicit Kinds(std::vector<codes::Kind>& list) : list_(list) {}

    // Codings have much the same kinds in the same order, so the next is looked at first.
    std::uint32_t place_of(std::string_view name) {
        if (next_ < names_.size() && names_[next_] == name) return next_++;
        const auto [known, is_new] = places_.try_emplace(std::string(name), static_cast<std::uint32_t>(list_.size()));
        if (is_new) {
            list_.push_back(kind_named(known->first));
            names_.push_back(known->first);
        }
        next_ = known->second + 1;
        return known->second;
    }

private:
    std::vector<codes::Kind>& list_;
    std::unordered_map<std::string, std::uint32_t> places_;
    std::vector<std::string_view> names_;  // by place; they stand in places_
    std::uint32_t next_ = 0;
};

// "12 NAME" on each line.
std::vector<std::pair<std::uint32_t, int>> read_counts(std::string_view text, Kinds& kinds) {
    std::vector<std::pair<std::uint32_t, int>> counts;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        int times = 0;
        const auto [rest, failed] = std::from_chars(line.data(), line.data() + line.size(), times);
        if (failed != std::errc() || rest == line.data() + line.size()) continue;  // `check` names the row
        counts.emplace_back(kinds.place_of(line.substr(static_cast<std::size_t>(rest - line.data()) + 1)), times);
    }
    return counts;
}

}  // namespace

TotalRows::TotalRows(SQLite::Database& database)
    : begin_(database, "INSERT INTO total (coding, counts) VALUES (?, '')"),
      counts_(database,
              "SELECT code, attributes, COUNT(*) FROM event JOIN coding ON coding.id = event.coding WHERE coding = ? "
              "AND (segment_from_us IS NULL OR (at_us >= segment_from_us AND at_us < segment_to_us)) "
              "GROUP BY code, attributes ORDER BY code, attributes"),
      set_counts_(database, "UPDATE total SET counts = ? WHERE coding = ?"),
      segment_(database, "SELECT segment_from_us, segment_to_us FROM coding WHERE id = ?"),
      turns_(database,
             "SELECT turn.from_us, turn.to_us, role FROM turn JOIN coding ON coding.conversation = turn.conversation "
             "WHERE coding.id = ?"),
      set_heard_(database, "UPDATE total SET professional_us = ?, client_us = ? WHERE coding = ?"),
      codings_(database, "SELECT id FROM coding WHERE conversation = ?"),
      all_(database,
           "SELECT coding.id, coding.conversation, codebook_version, coder, purpose, coding.created_ms, trainee, date, "
           "title, counts, professional_us, client_us, "
           "COALESCE(segment_to_us - segment_from_us, duration_us, 0) FROM coding "
           "JOIN conversation ON conversation.id = coding.conversation JOIN total ON total.coding = coding.id "
           "LEFT JOIN recording ON recording.conversation = coding.conversation AND recording.position = 0 "
           "WHERE codebook_key = ? AND removed = 0 ORDER BY coding.id"),
      ratings_(database,
               "SELECT coding, rating, value FROM rating JOIN coding ON coding.id = rating.coding "
               "WHERE codebook_key = ? ORDER BY coding"),
      kept_(database,
            "SELECT coding.id, counts, professional_us, client_us FROM coding LEFT JOIN total ON "
            "total.coding = coding.id ORDER BY coding.id") {}

void TotalRows::begin(const base::Id& coding) {
    Query(begin_, coding).run();
}

std::string TotalRows::counted(const base::Id& coding) {
    std::string lines;
    for (Query row(counts_, coding); row.next();)
        lines += fmt::format("{} {}\n", row.whole(2), name_of(row.text(0), row.text(1)));
    return lines;
}

void TotalRows::count(const base::Id& coding) {
    Query(set_counts_, counted(coding), coding).run();
}

TotalRows::Heard TotalRows::heard(const base::Id& coding) {
    std::vector<talk::Turn> turns;
    bool is_known = false;
    for (Query row(turns_, coding); row.next();) {
        turns.push_back({{row.time(0), row.time(1)}, "", role_named(row.text(2)), ""});
        is_known = is_known || turns.back().role != talk::Role::Unknown;
    }
    if (!is_known) return {};
    if (Query row(segment_, coding); row.next() && !row.is_null(0))
        turns = talk::turns_within(turns, {row.time(0), row.time(1)});
    const talk::TalkTime time = talk::talk_time(turns);
    return {time.professional, time.client};
}

void TotalRows::hear(const base::Id& coding) {
    const auto [professional, client] = heard(coding);
    Query(set_heard_, professional, client, coding).run();
}

void TotalRows::hear_all(const base::Id& conversation) {
    std::vector<base::Id> codings;
    for (Query row(codings_, conversation); row.next();) codings.push_back(row.id(0));
    for (const base::Id& coding : codings) hear(coding);
}

codes::CountedCodings TotalRows::of(const std::string& codebook_key) {
    codes::CountedCodings found;
    Kinds kinds(found.kinds);
    for (Query row(all_, codebook_key); row.next();) {
        codes::CountedCoding& one = found.codings.emplace_back();
        one.coding = row.id(0);
        one.conversation = row.id(1);
        one.codebook_version = row.text(2);
        one.coder = row.text(3);
        one.purpose = codes::purpose_named(row.text(4));
        one.created = row.timestamp(5);
        one.trainee = row.text(6);
        one.date = row.text(7);
        one.title = row.text(8);
        one.totals.counts = read_counts(row.text(9), kinds);
        if (!row.is_null(10)) one.totals.professional = row.time(10);
        if (!row.is_null(11)) one.totals.client = row.time(11);
        one.totals.duration = row.time(12);
    }
    auto one = found.codings.begin();
    for (Query row(ratings_, codebook_key); row.next();) {
        const base::Id coding = row.id(0);
        while (one != found.codings.end() && one->coding < coding) ++one;
        if (one != found.codings.end() && one->coding == coding) one->totals.ratings[row.text(1)] = row.small(2);
    }
    return found;
}

std::vector<std::string> TotalRows::problems() {
    std::vector<std::string> problems;
    for (Query row(kept_); row.next();) {
        const base::Id coding = row.id(0);
        const auto time = [&](int column) {
            return row.is_null(column) ? std::nullopt : std::optional(row.time(column));
        };
        if (row.is_null(1) || row.text(1) != counted(coding) || Heard{time(2), time(3)} != heard(coding))
            problems.push_back(fmt::format(
                fmt::runtime(_("Coding {}: its totals are not what its codes and turns add up to.")), coding.text));
    }
    return problems;
}

void count_all_codings(SQLite::Database& database) {
    database.exec("DELETE FROM total");
    std::vector<base::Id> codings;
    SQLite::Statement all(database, "SELECT id FROM coding");
    while (all.executeStep()) codings.push_back({all.getColumn(0).getString()});
    TotalRows rows(database);
    for (const base::Id& coding : codings) {
        rows.begin(coding);
        rows.count(coding);
        rows.hear(coding);
    }
}

}  // namespace library
