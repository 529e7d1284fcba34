using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Chartwright.Server.Security;

/// <summary>The sign-in form: plain HTML, no script. Mapped only when a password or a proxy is configured.</summary>
internal static class LoginEndpoints
{
    public const string Path = "/login";
    private const int MaxPasswordChars = 1_000;

    public static void MapLogin(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext context) => SendFormAsync(context, message: "")).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(Path, SignInAsync).AllowAnonymous().RequireRateLimiting(Authentication.LoginLimit).ExcludeFromDescription();
        routes.MapPost("/logout", SignOutAsync).ExcludeFromDescription();
    }

    private static async Task SignInAsync(HttpContext context, PasswordCheck check)
    {
        var attempt = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(context.RequestAborted))["password"].ToString() : "";
        if (attempt.Length > MaxPasswordChars || !check.IsRight(attempt))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await SendFormAsync(context, "That is not the password.");
            return;
        }
        await context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "owner")], CookieAuthenticationDefaults.AuthenticationScheme)));
        context.Response.Redirect("/");
    }

    private static async Task SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync();
        context.Response.Redirect(Path);
    }

    private static Task SendFormAsync(HttpContext context, string message)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes(
                $$"""
                <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in · Chartwright</title>
                <style>body{font:16px/1.5 system-ui;color-scheme:light dark;max-width:20rem;margin:20vh auto;padding:0 1rem}input,button{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;margin:.25rem 0 .75rem}</style>
                <h1>Chartwright</h1><form method="post" action="{{Path}}"><label>Password<input type="password" name="password" autocomplete="current-password" required autofocus></label>
                <p role="alert">{{message}}</p><button>Sign in</button></form>
                """),
            context.RequestAborted).AsTask();
    }
}
