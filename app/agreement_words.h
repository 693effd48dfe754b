// What the numbers of agreement say, in words a coach reads right: a sentence before the table, and one sentence for
// every figure.
#pragma once

#include "app/agreement_desk.h"

#include <string>
#include <vector>

namespace app {

struct AgreementFigure {
    std::string name;
    std::string value;
    std::string remark;       // an interpretation, with its source
    std::string explanation;  // one sentence
};

// Who the two are: by name, or "Anna (1)" and "Anna (2)" where one person coded twice.
std::string first_name(const AgreementDesk& desk);
std::string second_name(const AgreementDesk& desk);

std::string kappa_text(const std::optional<double>& kappa);
std::string tolerance_text(base::Time tolerance);
// How often the two gave the same code, how often one had nothing, and what of that is more than chance.
std::string agreement_sentence(const AgreementDesk& desk);
std::vector<AgreementFigure> agreement_figures(const AgreementDesk& desk);

// The columns of the table by code, with what each says.
struct AgreementColumn {
    std::string name;
    std::string explanation;
};
std::vector<AgreementColumn> label_columns(const AgreementDesk& desk);
// As many as there are columns; the first is the code's name.
std::vector<std::string> label_cells(const AgreementDesk& desk, const analysis::LabelAgreement& label);
// All six forms of the ICC with their intervals, for who asks; empty where there is none.
std::string icc_text(const std::optional<analysis::Correlations>& icc);
// Over how many conversations the ICC is, or why there is none.
std::string icc_ground(const AgreementDesk& desk);

// How far deciding has come, and what it did to the agreement.
std::string progress_text(const AgreementDesk& desk, std::size_t decided);
std::string before_and_after(const AgreementDesk& desk);

}  // namespace app
