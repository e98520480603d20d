// shows: constant-trips
// A write under two loops, and a statement that both moves and writes.
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Question {
  long id = 0;
  std::vector<std::string> answers;
};

class SurveyStore {
public:
  explicit SurveyStore(pqxx::work &tx) : tx_(tx) {}

  void save(const std::vector<Question> &questions) {
    for (const auto &question : questions) {
      tx_.exec_params0("INSERT INTO questions (id) VALUES ($1)", question.id); // expect: scale-write-in-loop "'questions'"
      saveAnswers(question); // ok: reported in the inner loop
    }
  }

  void archive(const std::vector<Question> &questions) {
    for (const auto &question : questions)
      tx_.exec_params("WITH gone AS (DELETE FROM questions WHERE id = $1 RETURNING *) " // expect: scale-write-in-loop "'questions'"
                      "INSERT INTO questions_archive SELECT * FROM gone", question.id);
  }

  void lock(const std::vector<Question> &questions) {
    for (const auto &question : questions)
      tx_.exec_params("SELECT id FROM questions WHERE id = $1 FOR UPDATE", question.id); // ok: reads, if locking
  }

private:
  void saveAnswers(const Question &question) {
    for (const auto &answer : question.answers)
      tx_.exec_params0("INSERT INTO answers (question_id, text) VALUES ($1, $2)", // expect: scale-write-in-loop "N·M"
                       question.id, answer);
  }

  pqxx::work &tx_;
};

void fixedSlots(pqxx::work &tx, long id) {
  for (int slot = 0; slot < 3; ++slot)
    tx.exec_params0("INSERT INTO slots (question_id, slot) VALUES ($1, $2)", id, slot); // ok: constant trip count
}
