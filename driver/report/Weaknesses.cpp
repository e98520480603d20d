// Titles from the Common Weakness Enumeration 4.8, each at
// https://cwe.mitre.org/data/definitions/<id>.html.
#include "driver/report/Weaknesses.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::report {

namespace {
struct Weakness {
  unsigned id;
  const char *title;
};
} // namespace

static constexpr Weakness Weaknesses[] = {
    {20, "Improper Input Validation"},
    {117, "Improper Output Neutralization for Logs"},
    {223, "Omission of Security-relevant Information"},
    {248, "Uncaught Exception"},
    {252, "Unchecked Return Value"},
    {307, "Improper Restriction of Excessive Authentication Attempts"},
    {390, "Detection of Error Condition Without Action"},
    {391, "Unchecked Error Condition"},
    {400, "Uncontrolled Resource Consumption"},
    {401, "Missing Release of Memory after Effective Lifetime"},
    {404, "Improper Resource Shutdown or Release"},
    {405, "Asymmetric Resource Consumption (Amplification)"},
    {410, "Insufficient Resource Pool"},
    {412, "Unrestricted Externally Accessible Lock"},
    {413, "Improper Resource Locking"},
    {439, "Behavioral Change in New Version or Environment"},
    {544, "Missing Standardized Error Handling Mechanism"},
    {606, "Unchecked Input for Loop Condition"},
    {636, "Not Failing Securely ('Failing Open')"},
    {662, "Improper Synchronization"},
    {664, "Improper Control of a Resource Through its Lifetime"},
    {667, "Improper Locking"},
    {674, "Uncontrolled Recursion"},
    {684, "Incorrect Provision of Specified Functionality"},
    {703, "Improper Check or Handling of Exceptional Conditions"},
    {754, "Improper Check for Unusual or Exceptional Conditions"},
    {755, "Improper Handling of Exceptional Conditions"},
    {770, "Allocation of Resources Without Limits or Throttling"},
    {772, "Missing Release of Resource after Effective Lifetime"},
    {778, "Insufficient Logging"},
    {789, "Memory Allocation with Excessive Size Value"},
    {799, "Improper Control of Interaction Frequency"},
    {829, "Inclusion of Functionality from Untrusted Control Sphere"},
    {833, "Deadlock"},
    {834, "Excessive Iteration"},
    {835, "Loop with Unreachable Exit Condition ('Infinite Loop')"},
    {1041, "Use of Redundant Code"},
    {1042, "Static Member Data Element outside of a Singleton Class Element"},
    {1043, "Data Element Aggregating an Excessively Large Number of Non-Primitive Elements"},
    {1046, "Creation of Immutable Text Using String Concatenation"},
    {1049, "Excessive Data Query Operations in a Large Data Table"},
    {1050, "Excessive Platform Resource Consumption within a Loop"},
    {1057, "Data Access Operations Outside of Expected Data Manager Component"},
    {1059, "Insufficient Technical Documentation"},
    {1060, "Excessive Number of Inefficient Server-Side Data Accesses"},
    {1067, "Excessive Execution of Sequential Searches of Data Resource"},
    {1072, "Data Resource Access without Use of Connection Pooling"},
    {1073, "Non-SQL Invokable Control Element with Excessive Number of Data Resource Accesses"},
    {1088, "Synchronous Access of Remote Resource without Timeout"},
    {1089, "Large Data Table with Excessive Number of Indices"},
    {1091, "Use of Object without Invoking Destructor Method"},
    {1094, "Excessive Index Range Scan for a Data Resource"},
    {1110, "Incomplete Design Documentation"},
    {1112, "Incomplete Documentation of Program Execution"},
    {1173, "Improper Use of Validation Framework"},
    {1284, "Improper Validation of Specified Quantity in Input"},
    {1285, "Improper Validation of Specified Index, Position, or Offset in Input"},
    {1286, "Improper Validation of Syntactic Correctness of Input"},
    {1287, "Improper Validation of Specified Type of Input"},
    {1322, "Use of Blocking Code in Single-threaded, Non-blocking Context"},
    {1325, "Improperly Controlled Sequential Memory Allocation"},
};

const char *weaknessName(unsigned cwe) {
  const Weakness *found =
      llvm::find_if(Weaknesses, [&](const Weakness &weakness) { return weakness.id == cwe; });
  return found == std::end(Weaknesses) ? nullptr : found->title;
}

std::string weaknessPage(unsigned cwe) {
  return "https://cwe.mitre.org/data/definitions/" + std::to_string(cwe) + ".html";
}

} // namespace scalelint::report
