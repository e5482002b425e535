using System.Data.Common;
using Dapper;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>
/// The queries that a connection has run, kept prepared: those of the engine are short, and compiling one costs more than running it.
/// Whoever has rented the connection uses it alone.
/// </summary>
internal sealed class PreparedQueries(DbConnection connection)
{
    private readonly Dictionary<string, object> _queries = new(StringComparer.Ordinal);

    /// <param name="sql">A query whose text is one of few.</param>
    /// <param name="arguments">The same names in the same order each time.</param>
    /// <param name="most">Rows to read at most.</param>
    /// <param name="into">Where the rows go.</param>
    public void Read<T>(string sql, ReadOnlySpan<QueryArgument> arguments, int most, List<T> into)
    {
        if (_queries.TryGetValue(sql, out var known))
        {
            ((PreparedQuery<T>)known).Read(arguments, most, into);
            return;
        }

        var made = new PreparedQuery<T>(connection, sql, arguments);
        _queries.Add(sql, made);
        made.Read(arguments, most, into);
    }

    private sealed class PreparedQuery<T>
    {
        private readonly DbCommand _command;
        private Func<DbDataReader, T>? _parse;

        public PreparedQuery(DbConnection connection, string sql, ReadOnlySpan<QueryArgument> arguments)
        {
            _command = connection.CreateCommand();
            _command.CommandText = sql;
            foreach (var argument in arguments)
            {
                var parameter = _command.CreateParameter();
                parameter.ParameterName = argument.Name;
                _command.Parameters.Add(parameter);
            }
        }

        public void Read(ReadOnlySpan<QueryArgument> arguments, int most, List<T> into)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                _command.Parameters[i].Value = arguments[i].Value;
            }

            using var reader = _command.ExecuteReader();
            while (into.Count < most && reader.Read())
            {
                _parse ??= reader.GetRowParser<T>();
                into.Add(_parse(reader));
            }
        }
    }
}

/// <summary>A parameter of a prepared query.</summary>
internal readonly record struct QueryArgument(string Name, object Value)
{
    /// <summary>Adds one parameter for each value and returns them as a list for <c>in (…)</c>: the text of the query depends on how many there are, and on nothing else.</summary>
    public static string AddAll(List<QueryArgument> into, string name, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            into.Add(new($"{name}{i}", values[i]));
        }

        return string.Join(", ", Enumerable.Range(0, values.Count).Select(i => $"@{name}{i}"));
    }
}
