using System.Linq.Expressions;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CareerCompass.Web.Persistence;

/// <summary>What an <see cref="ForecastRow"/> tells of.</summary>
public enum ForecastRowKind
{
    /// <summary>A task: the first day of effort, the day it was done.</summary>
    Task,

    /// <summary>An active goal: the last week in which an open task of it was placed.</summary>
    Goal,
    TimeOff,

    /// <summary>Of a goal: the day it was paused, the day it was resumed (null while it is paused).</summary>
    Pause,
}
