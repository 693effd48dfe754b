// The lists of a coding (events, utterances, ticks, phase marks, decisions) as rows: a table for each, and one way to
// write a change of any of them.
#pragma once

#include "base/error.h"
#include "base/i18n.h"
#include "codes/edits.h"
#include "codes/identity.h"
#include "library/query.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <tuple>
#include <vector>

namespace library {

inline const char* name_of(codes::Side side) {
    return side == codes::Side::Professional ? "professional" : "client";
}
inline codes::Side side_named(const std::string& name) {
    return name == "client" ? codes::Side::Client : codes::Side::Professional;
}

// What a table holds of one thing, besides the coding: its columns, and which of them it is known by.
template <class T>
struct Part;

template <>
struct Part<codes::Event> {
    static constexpr const char* kTable = "event";
    static constexpr const char* kColumns = "id, at_us, end_us, code, speaker, attributes, note";
    static constexpr const char* kKey = "id = ?";
    static auto key(const codes::Event& event) { return std::tuple(event.id); }
    static auto values(const codes::Event& event) {
        return std::tuple(event.id, event.at, event.end, event.code, name_of(event.speaker),
                          codes::to_json(event.attributes), event.note);
    }
    static codes::Event read(const Query& row) {
        return {row.id(0),
                row.time(1),
                row.is_null(2) ? std::nullopt : std::optional(row.time(2)),
                row.text(3),
                side_named(row.text(4)),
                codes::attributes_from_json(row.text(5)),
                row.text(6)};
    }
};

template <>
struct Part<codes::Utterance> {
    static constexpr const char* kTable = "utterance";
    static constexpr const char* kColumns = "id, from_us, to_us, speaker";
    static constexpr const char* kKey = "id = ?";
    static auto key(const codes::Utterance& utterance) { return std::tuple(utterance.id); }
    static auto values(const codes::Utterance& utterance) {
        return std::tuple(utterance.id, utterance.span.from, utterance.span.to, name_of(utterance.speaker));
    }
    static codes::Utterance read(const Query& row) {
        return {row.id(0), {row.time(1), row.time(2)}, side_named(row.text(3))};
    }
};

template <>
struct Part<codes::Tick> {
    static constexpr const char* kTable = "tick";
    static constexpr const char* kColumns = "checklist, item, at_us";
    static constexpr const char* kKey = "checklist = ? AND item = ?";
    static auto key(const codes::Tick& tick) { return std::tuple(tick.checklist, tick.item); }
    static auto values(const codes::Tick& tick) { return std::tuple(tick.checklist, tick.item, tick.at); }
    static codes::Tick read(const Query& row) { return {row.text(0), row.text(1), row.time(2)}; }
};

template <>
struct Part<codes::PhaseMark> {
    static constexpr const char* kTable = "phase_mark";
    static constexpr const char* kColumns = "at_us, phase";
    static constexpr const char* kKey = "at_us = ?";
    static auto key(const codes::PhaseMark& mark) { return std::tuple(mark.at); }
    static auto values(const codes::PhaseMark& mark) { return std::tuple(mark.at, mark.phase); }
    static codes::PhaseMark read(const Query& row) { return {row.time(0), row.text(1)}; }
};

template <>
struct Part<codes::Decision> {
    static constexpr const char* kTable = "decision";
    static constexpr const char* kColumns = "first, second, first_code, second_code, choice, code, note";
    static constexpr const char* kKey = "first = ? AND second = ?";
    static auto key(const codes::Decision& decision) { return std::tuple(decision.first, decision.second); }
    static auto values(const codes::Decision& decision) {
        return std::tuple(decision.first, decision.second, decision.first_code, decision.second_code,
                          codes::name_of(decision.choice), decision.code, decision.note);
    }
    static codes::Decision read(const Query& row) {
        return {row.id(0),   row.id(1),  row.text(2), row.text(3), codes::choice_named(row.text(4)),
                row.text(5), row.text(6)};
    }
};

template <class T>
class PartRows {
public:
    explicit PartRows(SQLite::Database& database)
        : all_(database, sql("SELECT {1} FROM {0} WHERE coding = ?")),
          one_(database, sql("SELECT {1} FROM {0} WHERE coding = ? AND {2}")),
          put_(database, sql("INSERT OR REPLACE INTO {0} (coding, {1}) VALUES (?, {3})")),
          take_out_(database, sql("DELETE FROM {0} WHERE coding = ? AND {2}")) {}

    std::vector<T> of(const base::Id& coding) {
        std::vector<T> found;
        for (Query row(all_, coding); row.next();) found.push_back(Part<T>::read(row));
        std::sort(found.begin(), found.end(), codes::earlier);
        return found;
    }

    // Reads and writes the one row, and refuses when it is not as the change expects.
    void write(const base::Id& coding, const codes::ChangeOf<T>& change) {
        const auto& [before, after] = change;
        if (!before && !after) return;
        const T& like = before ? *before : *after;
        if (after && codes::identity(*after) != codes::identity(like))
            throw base::Error(_("An edit cannot turn one thing into another."));
        if (find(coding, like) != before) codes::refuse_stale_edit();
        if (!after) {
            with(Part<T>::key(like), [&](const auto&... key) { Query(take_out_, coding, key...).run(); });
            return;
        }
        codes::check(*after);
        with(Part<T>::values(*after), [&](const auto&... values) { Query(put_, coding, values...).run(); });
    }

    bool has(const base::Id& coding, const T& like) { return find(coding, like).has_value(); }

private:
    static std::string sql(const char* pattern) {
        std::string places = "?";
        for (std::size_t i = 1; i < std::tuple_size_v<decltype(Part<T>::values(std::declval<const T&>()))>; ++i)
            places += ", ?";
        return fmt::format(fmt::runtime(pattern), Part<T>::kTable, Part<T>::kColumns, Part<T>::kKey, places);
    }
    template <class Values, class Use>
    static void with(const Values& values, Use use) {
        std::apply(use, values);
    }

    std::optional<T> find(const base::Id& coding, const T& like) {
        std::optional<T> found;
        with(Part<T>::key(like), [&](const auto&... key) {
            Query row(one_, coding, key...);
            if (row.next()) found = Part<T>::read(row);
        });
        return found;
    }

    SQLite::Statement all_, one_, put_, take_out_;
};

}  // namespace library
